import Agreements

/// Reads how the states of a process nest.
struct OutlineReader {
    let reading: WorkflowReading
    private(set) var outline = Outline()
    /// How many findings leave the nesting as clear as it was.
    private var harmless = 0

    init(reading: WorkflowReading) { self.reading = reading }

    /// The outline of a process whose `initial` and `states` are these fields.
    static func read(_ process: Fields, _ reading: WorkflowReading) -> Outline {
        var reader = OutlineReader(reading: reading)
        let before = reading.log.findings.count
        let entries = reading.read.entries(
            process.required("states"), .init(fr: "un tableau d’états", en: "a mapping of states"))
        reader.outline.top = reader.add(entries, parent: nil)
        reader.outline.initial = reader.initial(process, around: nil)
        reader.outline.isBroken = reading.log.findings.count - before > reader.harmless
        return reader.outline
    }

    private mutating func add(_ entries: [YAMLEntry], parent: Int?) -> [Int] {
        entries.filter { reading.read.isName($0.key, .word, at: $0.place) }.map { add($0, parent: parent) }
    }

    private mutating func add(_ entry: YAMLEntry, parent: Int?) -> Int {
        let before = reading.log.findings.count
        let fields = reading.read.fields(
            entry.value, WorkflowSection.state.words, keys: WorkflowSection.state.keys)
        let unknown = fields == nil ? 0 : reading.log.findings.count - before
        harmless += unknown
        let path = parent.map { outline.states[$0].path + "." + entry.key } ?? entry.key
        let index = append(entry.key, path, entry.place, parent, fields)
        guard let fields else { return index }
        let isClear = reading.log.findings[before..<before + unknown].allSatisfy(reading.log.isMended)
        if !isClear { outline.states[index].harm = .meaning }
        outline.states[index].kind = kind(fields, entry)
        outline.states[index].waitsForChildren = waitsForChildren(fields, outline.states[index].kind)
        fill(index, fields)
        return index
    }

    private mutating func append(
        _ name: String, _ path: String, _ place: Place, _ parent: Int?, _ fields: Fields?,
        _ kind: Outline.Kind = .atomic
    ) -> Int {
        outline.states.append(
            Outline.State(name: name, path: path, place: place, kind: kind, fields: fields, parent: parent))
        return outline.states.count - 1
    }

    private mutating func fill(_ index: Int, _ fields: Fields) {
        let state = outline.states[index]
        switch state.kind {
        case .final: break
        case .parallel:
            outline.states[index].children = add(
                reading.read.entries(
                    fields["parallel"], .init(fr: "un tableau de régions", en: "a mapping of regions")),
                parent: index)
        case .compound:
            let children = add(
                reading.read.entries(
                    fields["states"], .init(fr: "un tableau d’états", en: "a mapping of states")),
                parent: index)
            outline.states[index].children = children
            outline.states[index].initial = initial(fields, around: index)
        case .atomic:
            guard state.waitsForChildren else { return }
            let waiting = append("waiting", state.path + ".waiting", state.place, index, nil)
            let done = append("done", state.path + ".done", state.place, index, nil, .final)
            outline.states[index].kind = .compound
            outline.states[index].children = [waiting, done]
            outline.states[index].initial = waiting
        }
    }

    private func kind(_ fields: Fields, _ entry: YAMLEntry) -> Outline.Kind {
        let isFinal = reading.read.flag(fields["final"]) ?? false
        let claims = ["states", "parallel"].filter { fields[$0] != nil } + (isFinal ? ["final"] : [])
        if claims.count > 1 {
            let all = claims.together
            let message = LocalizedText(
                fr: "l’état \(entry.key) est à la fois \(all.fr)",
                en: "the state \(entry.key) is \(all.en) at once")
            reading.log.report(.conflict, at: entry.place, message)
        }
        if fields["initial"] != nil, fields["states"] == nil {
            reading.log.report(
                .conflict, at: entry.place,
                .init(
                    fr: "l’état \(entry.key) a un état initial, mais pas d’états",
                    en: "the state \(entry.key) has an initial state but no states"))
        }
        switch claims.first {
        case "states"?: return .compound
        case "parallel"?: return .parallel
        case "final"?: return .final
        default: return .atomic
        }
    }

    private func waitsForChildren(_ fields: Fields, _ kind: Outline.Kind) -> Bool {
        guard kind == .atomic else { return false }
        return reading.read.oneOrMore(fields["children"]).contains { item in
            guard case .mapping(let entries) = item.content else { return false }
            return entries.first { $0.key == "join" }?.value.scalar?.text != "none"
        }
    }

    /// The state with which those inside `owner`, or the process, begin; the first where it cannot be told.
    private mutating func initial(_ fields: Fields, around owner: Int?) -> Int? {
        let before = reading.log.findings.count
        let children = outline.level(owner)
        if let found = initial(fields, among: children) { return found }
        harmless += reading.log.findings.count - before
        if let unclear = owner ?? children.first { outline.states[unclear].harm.formUnion(.target) }
        return children.first
    }

    private func initial(_ fields: Fields, among children: [Int]) -> Int? {
        guard let node = fields.required("initial"), let name = reading.read.text(node) else { return nil }
        if let state = children.first(where: { outline.states[$0].name == name }) { return state }
        let known = children.map { outline.states[$0].name }
        reading.log.reportUnknown(
            .unknownState, .init(fr: "aucun état", en: "state"), name, at: node.place, known: known)
        return nil
    }
}
