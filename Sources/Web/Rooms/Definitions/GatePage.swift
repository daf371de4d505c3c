import Agreements

/// What the proof gate says, in one language.
struct GatePage {
    private let gate: GateView
    private let language: Language

    init(_ gate: GateView, language: Language) {
        self.gate = gate
        self.language = language
    }

    var values: [String: Any] {
        [
            "isSound": gate.findings.isEmpty, "findings": gate.findings.map(finding),
            "hasWarnings": !gate.warnings.isEmpty, "warnings": gate.warnings.map(finding),
            "hasProperties": !gate.properties.isEmpty, "properties": gate.properties.map(property),
        ]
    }

    private func finding(_ finding: GateView.Finding) -> [String: Any] {
        [
            "place": finding.place, "code": finding.code,
            "kind": Self.kind(finding.code)[language], "said": finding.message[language],
            "advice": finding.advice[language],
            "way": finding.path.map { $0[language] }, "hasWay": !finding.path.isEmpty,
        ]
    }

    /// What findings of a code are called.
    static func kind(_ code: String) -> LocalizedText {
        Catalogue.entries["finding.\(code)"] ?? LocalizedText(fr: code, en: code)
    }

    private func property(_ property: GateView.Property) -> [String: Any] {
        [
            "name": property.title[language], "isProved": property.answer == .proved,
            "answer": Catalogue.text("gate.\(property.answer.rawValue)")[language],
        ]
    }
}
