import Agreements
import Expressions

extension WorkflowReading {
    /// `{ name: circuit, forEach: party in agreement.parties, run: signature, join: all }`, one or a list.
    func children(_ node: YAMLNode?) -> [ChildrenDefinition] {
        read.oneOrMore(node).compactMap { item in
            guard let fields = fields(item, .children) else { return nil }
            let name = read.name(fields.required("name"), .word)
            let run = usedProcess(fields.required("run"))
            let each = forEach(fields["forEach"])
            let join = join(fields["join"])
            guard let name, let run else { return nil }
            return ChildrenDefinition(
                name: name, run: run, forEach: each?.list, itemName: each?.name ?? "item", join: join)
        }
    }

    func usedProcess(_ node: YAMLNode?) -> String? {
        guard let node, let name = read.text(node, .init(fr: "un processus", en: "a process")) else {
            return nil
        }
        uses.processes.append(Uses.Use(name: name, place: node.place))
        return name
    }

    /// `party in agreement.parties`.
    private func forEach(_ node: YAMLNode?) -> (name: String, list: Formula)? {
        guard let node, let text = read.text(node) else { return nil }
        guard let separator = text.firstRange(of: " in "),
            Name.fits(String(text[..<separator.lowerBound]), .word)
        else {
            log.report(
                .badValue, at: node.place,
                .init(
                    fr: "\(text.quotedInFrench) n’est pas écrit NOM in LISTE",
                    en: "\(text.quoted) is not written NAME in LIST"))
            return nil
        }
        let start = text.unicodeScalars.distance(from: text.startIndex, to: separator.upperBound)
        return formula(String(text[separator.upperBound...]), at: node, from: start, [.list(.dyn)])
            .map { (String(text[..<separator.lowerBound]), $0) }
    }

    private func join(_ node: YAMLNode?) -> ChildrenDefinition.Join {
        guard let node else { return .all }
        if node.scalar != nil {
            return read.choice(node, [("all", .all), ("any", .any), ("none", ChildrenDefinition.Join.none)])
                ?? .all
        }
        guard let fields = fields(node, .join) else { return .all }
        if let count = fields["atLeast"], fields["when"] == nil {
            return read.integer(count, in: 1...1_000).map { .atLeast(Int($0)) } ?? .all
        }
        if let when = fields["when"], fields["atLeast"] == nil {
            return formula(when, [.bool]).map { .when($0) } ?? .all
        }
        log.report(
            .conflict, at: node.place,
            .init(
                fr: "une attente d’enfants a soit atLeast, soit when",
                en: "a join has one of atLeast and when"))
        return .all
    }
}
