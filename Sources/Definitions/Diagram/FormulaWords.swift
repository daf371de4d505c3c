import Agreements

/// The dates that formulas compute, in words: the usual ones by name, others as a date that is computed.
struct FormulaWords {
    let language: Language
    let parameters: [String: JSON]
    let length: (Period) -> String

    func words(_ source: String) -> String {
        let known = (language == .french ? Self.french : Self.english)[source]
        return known ?? sum(source) ?? (language == .french ? "à une date calculée" : "on a computed date")
    }

    /// `plus(DAY, LENGTH)` and `minus(DAY, LENGTH)`.
    private func sum(_ source: String) -> String? {
        for (head, sign) in [("plus(", "+"), ("minus(", "−")]
        where source.hasPrefix(head) && source.hasSuffix(")") {
            let inside = source.dropFirst(head.count).dropLast()
            guard let comma = inside.lastIndex(of: ",") else { return nil }
            let base = String(inside[..<comma])
            guard let period = period(inside[inside.index(after: comma)...]) else { return nil }
            return base == "day(now)" ? length(period) : "\(words(base)) \(sign) \(length(period))"
        }
        return nil
    }

    private func period(_ text: Substring) -> Period? {
        let word = text.drop(while: \.isWhitespace)
        let written =
            word.hasPrefix("param.")
            ? parameters[String(word.dropFirst("param.".count))]?.text
            : word.split(separator: "'").first.map(String.init)
        return written.flatMap { try? Period(parsing: $0) }
    }

    private static let french = [
        "call.closesAt": "clôture de l’appel", "day(call.closesAt)": "clôture de l’appel",
        "call.rankingAt": "réunion de classement", "agreement.end": "fin de la convention",
        "agreement.start": "début de la convention", "item.due": "date du rapport",
        "vars.lastMeeting": "dernière réunion", "vars.endedOn": "fin de la convention",
        "latest(agreement.plannedStart, agreement.lastSignature)": "date d’effet",
        "string(call.year) + '-12-31'": "31 décembre de l’appel",
    ]
    private static let english = [
        "call.closesAt": "closing of the call", "day(call.closesAt)": "closing of the call",
        "call.rankingAt": "ranking meeting", "agreement.end": "end of the agreement",
        "agreement.start": "start of the agreement", "item.due": "date of the report",
        "vars.lastMeeting": "last meeting", "vars.endedOn": "end of the agreement",
        "latest(agreement.plannedStart, agreement.lastSignature)": "date of effect",
        "string(call.year) + '-12-31'": "31 December of the call",
    ]
}
