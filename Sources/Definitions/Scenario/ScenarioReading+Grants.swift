import Agreements

extension ScenarioReading {
    /// `SIG@party:snu`, or `{ grant: SIG@party:snu, from: …, until: … }`.
    func grant(_ node: YAMLNode) -> ScenarioFile.Grant? {
        if node.scalar != nil { return grantText(node) }
        guard
            let fields = read.fields(
                node, .init(fr: "une attribution", en: "a grant"), keys: ["grant", "from", "until"])
        else { return nil }
        return grant(fields)
    }

    /// The grant of these fields: `grant`, `from`, `until`.
    func grant(_ fields: Fields) -> ScenarioFile.Grant? {
        var grant = fields.required("grant").flatMap(grantText)
        grant?.from = day(fields["from"])
        grant?.until = day(fields["until"])
        return grant
    }

    private func grantText(_ node: YAMLNode) -> ScenarioFile.Grant? {
        guard let text = read.text(node, .init(fr: "une attribution", en: "a grant")) else { return nil }
        let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        guard RoleNames.all.contains(parts[0]) else {
            log.reportUnknown(
                .unknownRole, .init(fr: "aucun rôle", en: "role"), parts[0], at: node.place,
                known: RoleNames.all)
            return nil
        }
        guard parts.count == 2 else { return .init(role: parts[0], scope: .everywhere) }
        return scope(parts[1], at: node.place).map { .init(role: parts[0], scope: $0) }
    }

    private func scope(_ text: String, at place: Place) -> ScenarioFile.Grant.Scope? {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2 else {
            log.report(
                .badValue, at: place,
                .init(
                    fr:
                        "\(text.quotedInFrench) n’est pas une portée : party:CLÉ, unit:CODE, itmo:CODE, instrument:CODE",
                    en: "\(text.quoted) is no scope: party:KEY, unit:CODE, itmo:CODE, instrument:CODE"))
            return nil
        }
        switch parts[0] {
        case "party":
            names.use(parts[1], [.organisation], at: place)
            return .party(parts[1])
        case "unit": return .unit(parts[1])
        case "itmo": return .itmo(parts[1])
        case "instrument": return .instrument(parts[1])
        default:
            log.report(
                .badValue, at: place,
                .init(
                    fr: "\(parts[0].quotedInFrench) ne figure pas parmi : party, unit, itmo, instrument",
                    en: "\(parts[0].quoted) is none of party, unit, itmo, instrument"))
            return nil
        }
    }
}
