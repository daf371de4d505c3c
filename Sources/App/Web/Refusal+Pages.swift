import Agreements

extension Refusal {
    /// The same as it is printed, without what to type at the command line, which readers of pages do not have.
    var forPages: Refusal {
        var copy = self
        copy.text = LocalizedText(fr: Self.plain(text.fr), en: Self.plain(text.en)).printed
        return copy
    }

    private static func plain(_ text: String) -> String {
        var text = text
        while let start = text.firstRange(of: "`entente "),
            let end = text[start.upperBound...].firstRange(of: "`")
        {
            let before = text[..<start.lowerBound]
            let kept = leads.first { before.hasSuffix($0) }.map { before.dropLast($0.count) } ?? before
            let behind = text[end.upperBound...]
            text = String(kept) + String(behind.hasPrefix(")") ? behind.dropFirst() : behind)
        }
        return text
    }

    private static let leads = [" (", " ; voir ", "; see ", " : ", ": "]
}
