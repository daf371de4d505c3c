extension String {
    /// The text for a message: in quotes, cut to 60 characters, control characters escaped.
    var quoted: String { "\"" + shown + "\"" }

    /// The same for a French message.
    var quotedInFrench: String { "« " + shown + " »" }

    private var shown: String {
        let cut = count > 60 ? prefix(60) + "…" : self[...]
        return cut.unicodeScalars.map { $0.isShown ? String($0) : $0.escaped(asASCII: false) }.joined()
    }
}

extension Unicode.Scalar {
    fileprivate var isShown: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
            false
        default: true
        }
    }
}
