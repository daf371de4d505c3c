import Agreements

/// States that several processes share: what `use` puts in their place.
struct Fragments {
    private var nodes: [String: YAMLNode] = [:]

    /// How deep fragments may use one another.
    static let depthMax = 8

    init() {}

    /// The fragments of all files of a workflow; the first of a name counts.
    init(_ files: [YAMLNode], _ read: NodeReader) {
        for file in files {
            guard case .mapping(let entries) = file.content,
                let section = entries.first(where: { $0.key == "fragments" })
            else { continue }
            for entry in read.entries(
                section.value, .init(fr: "un tableau de fragments", en: "a mapping of fragments"))
            {
                if let first = nodes[entry.key] {
                    read.log.report(
                        .duplicateName, at: entry.place,
                        .init(
                            fr: "le fragment \(entry.key) figure déjà en \(first.place)",
                            en: "the fragment \(entry.key) is declared at \(first.place)"))
                } else {
                    nodes[entry.key] = entry.value
                }
            }
        }
    }

    /// Reports the fragments of a file that nothing in these files uses.
    func reportUnused(of main: YAMLNode, in files: [YAMLNode], _ slips: FindingLog) {
        let used = Set(files.flatMap(Self.uses))
        for (name, node) in nodes where node.place.file == main.place.file && !used.contains(name) {
            slips.report(
                .unused, at: node.place,
                .init(
                    fr: "le fragment \(name) ne sert nulle part", en: "the fragment \(name) is not used"))
        }
    }

    /// The names of fragments that are used anywhere in a node.
    private static func uses(in node: YAMLNode) -> [String] {
        switch node.content {
        case .scalar: []
        case .sequence(let items): items.flatMap(uses)
        case .mapping(let entries):
            entries.flatMap { entry in
                entry.key == "use" ? entry.value.scalar.map { [$0.text] } ?? [] : uses(in: entry.value)
            }
        }
    }

    /// The entry with every `use` in its states replaced.
    func expanded(_ entry: YAMLEntry, _ log: FindingLog, _ slips: FindingLog) -> YAMLEntry {
        var entry = entry
        entry.value = expanded(entry.value, log, slips, depth: 0)
        return entry
    }

    /// States stand under `states` and `parallel` only: nothing else can use a fragment.
    private func expanded(
        _ node: YAMLNode, _ log: FindingLog, _ slips: FindingLog, depth: Int
    ) -> YAMLNode {
        guard case .mapping(let entries) = node.content else { return node }
        if let use = entries.first(where: { $0.key == "use" }) {
            guard let fragment = fragment(use.value, log, depth: depth) else {
                return YAMLNode(place: node.place, content: .mapping(entries.filter { $0.key != "use" }))
            }
            let own = entries.filter { $0.key != "use" }
            return expanded(
                Self.merge(own, over: fragment, at: node.place, slips), log, slips, depth: depth + 1)
        }
        let content = entries.map { entry -> YAMLEntry in
            guard ["states", "parallel"].contains(entry.key), case .mapping(let states) = entry.value.content
            else { return entry }
            var entry = entry
            entry.value.content = .mapping(
                states.map { state in
                    var state = state
                    state.value = expanded(state.value, log, slips, depth: depth)
                    return state
                })
            return entry
        }
        return YAMLNode(place: node.place, content: .mapping(content))
    }

    private func fragment(_ name: YAMLNode, _ log: FindingLog, depth: Int) -> YAMLNode? {
        guard let text = name.scalar?.text, let fragment = nodes[text] else {
            log.reportUnknown(
                .unknownFragment, .init(fr: "aucun fragment", en: "fragment"), name.scalar?.text ?? "",
                at: name.place, known: nodes.keys)
            return nil
        }
        guard depth < Self.depthMax else {
            log.report(
                .conflict, at: name.place,
                .init(
                    fr: "les fragments s’emploient l’un l’autre sur plus de \(Self.depthMax) niveaux",
                    en: "fragments use one another more than \(Self.depthMax) deep"))
            return nil
        }
        return fragment
    }

    /// Parts that are put together entry by entry; of all others the own one counts.
    private static let merged: Set<String> = ["on", "states", "parallel", "refuse"]

    private static func merge(
        _ own: [YAMLEntry], over fragment: YAMLNode, at place: Place, _ slips: FindingLog
    ) -> YAMLNode {
        guard case .mapping(let below) = fragment.content else { return fragment }
        var entries = below.compactMap { entry -> YAMLEntry? in
            guard let mine = own.first(where: { $0.key == entry.key }) else { return entry }
            guard merged.contains(entry.key), case .mapping(let inner) = mine.value.content,
                case .mapping = entry.value.content
            else { return mine.value.isNull ? nil : mine }
            var entry = entry
            entry.value = merge(inner, over: entry.value, at: entry.value.place, slips)
            return entry
        }
        let known = Set(below.map(\.key))
        for entry in own where entry.value.isNull && !known.contains(entry.key) {
            slips.reportUnknown(
                .unknownKey,
                .init(fr: "aucune entrée du fragment à retirer :", en: "entry of the fragment to take away:"),
                entry.key, at: entry.place, known: known)
        }
        entries += own.filter { !known.contains($0.key) && !$0.value.isNull }
        return YAMLNode(place: place, content: .mapping(entries))
    }
}
