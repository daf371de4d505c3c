/// The countries that may be named, and what somebody meant who wrote another.
package struct CountryList: Sendable {
    private let countries: [Country]

    package init(_ countries: [Country]) { self.countries = countries }

    /// Refuses a code that stands for no country on `day`.
    ///
    /// A code that was withdrawn is named as such with its successors; of any other, what may have been
    /// meant is said: the code of European programmes (`UK`, `EL`), of three letters, turned round, or a
    /// country's name. An empty list knows no country: then the code is one of ``CountryCodes``.
    package func check(_ code: String, on day: Day) throws(Refusal) {
        guard !countries.isEmpty else {
            try Self.checkForm(code)
            guard CountryCodes.known.contains(code) else { throw unknown(code, day) }
            return
        }
        if countries.contains(where: { $0.code == code && $0.holds(on: day) }) { return }
        let withdrawn = countries.filter { $0.code == code && ($0.until.map { $0 <= day } ?? false) }
        if let former = withdrawn.max(by: { ($0.until ?? day) < ($1.until ?? day) }) {
            throw formerly(former, day)
        }
        throw unknown(code, day)
    }

    private static func checkForm(_ code: String) throws(Refusal) {
        let isCode = code.utf8.count == 2 && code.utf8.allSatisfy { (65...90).contains($0) }
        guard !isCode else { return }
        throw .badInput(
            "country",
            LocalizedText(
                fr: "deux majuscules de l’ISO 3166-1, comme KR", en: "two capitals of ISO 3166-1, such as KR")
        )
    }

    private func formerly(_ country: Country, _ day: Day) -> Refusal {
        let until = country.until?.written ?? LocalizedText(fr: "", en: "")
        let next = country.successors.joined(separator: ", ")
        return Refusal(
            code: "former_country",
            text: LocalizedText(
                fr: "\(country.code) (\(country.name.fr)) n’est plus un code de pays depuis le \(until.fr)"
                    + (next.isEmpty ? "." : " : écrivez \(next)."),
                en: "\(country.code) (\(country.name.en)) is no country code since \(until.en)"
                    + (next.isEmpty ? "." : ": write \(next).")))
    }

    private func unknown(_ code: String, _ day: Day) -> Refusal {
        let meant = suggestion(for: code, on: day)
        let shown = code.count > 80 ? code.prefix(80) + "…" : code
        return Refusal(
            code: "unknown_country",
            text: LocalizedText(
                fr: "Aucun pays n’a le code « \(shown) » au \(day.written.fr)"
                    + (meant.map { " (\($0.code), \($0.name.fr) ?)." } ?? "."),
                en: "No country has the code \"\(shown)\" on \(day.written.en)"
                    + (meant.map { " (did you mean \($0.code), \($0.name.en)?)." } ?? ".")))
    }

    /// The country that `text` probably means.
    private func suggestion(for text: String, on day: Day) -> Country? {
        let folded = text.uppercased()
        let meant = ["UK": "GB", "EL": "GR"][folded] ?? folded
        let turned = String(meant.reversed())
        let here = countries.filter { $0.holds(on: day) }
        let like = folded.count >= 4 ? here.filter { $0.isCalledLike(folded) } : []
        return here.first { $0.code == meant || $0.alpha3 == meant }
            ?? here.first { $0.name.fr.uppercased() == folded || $0.name.en.uppercased() == folded }
            ?? (turned.count == 2 ? here.first { $0.code == turned } : nil)
            ?? (like.count == 1 ? like.first : nil)
    }
}

extension Country {
    /// Whether a word of one of its names is `folded`, as in "Korea".
    fileprivate func isCalledLike(_ folded: String) -> Bool {
        [name.fr, name.en].contains { name in
            name.uppercased().split { !$0.isLetter }.contains { $0 == folded }
        }
    }
}
