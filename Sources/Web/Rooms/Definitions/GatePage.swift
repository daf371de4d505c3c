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
            "place": finding.place, "code": finding.code, "said": finding.message, "advice": finding.advice,
            "way": finding.path, "hasWay": !finding.path.isEmpty,
        ]
    }

    private func property(_ property: GateView.Property) -> [String: Any] {
        [
            "name": property.title[language], "isProved": property.answer == .proved,
            "answer": Catalogue.text("gate.\(property.answer.rawValue)")[language],
        ]
    }
}
