import Agreements
import Expressions
import Statechart

extension Explorer {
    /// How many conditions a message names.
    private static let namedMax = 3

    /// What the way from a situation to where a goal is sure depends on, in words.
    func doubt(from start: Int, _ sure: SureWays) -> LocalizedText {
        var seen: Set<Int> = [start]
        var waiting = [start]
        var named: [LocalizedText] = []
        while !waiting.isEmpty {
            var next: [Int] = []
            for node in waiting {
                for attempt in attemptsByNode[node, default: []] {
                    let edges = edges[attempt.edges]
                    if edges.contains(where: { sure.isSure[$0.to] }) { named += words(of: attempt) }
                    next += edges.map(\.to).filter { !sure.isSure[$0] && seen.insert($0).inserted }
                }
            }
            waiting = next
        }
        let all = named.uniqued()
        let more = all.count - Self.namedMax
        let rest = more > 0 ? LocalizedText(fr: " et \(more) autres", en: " and \(more) more") : nil
        let (way, list) = (
            path(to: start).joined(separator: ", "), all.prefix(Self.namedMax).joined(separator: ", ")
        )
        return LocalizedText(
            fr: "après \(way.fr) cela dépend de ce qui n’est pas connu : \(list.fr)\(rest?.fr ?? "")",
            en: "after \(way.en) it depends on what is not known: \(list.en)\(rest?.en ?? "")")
    }

    /// Why a step that may come is not certain.
    private func words(of attempt: Attempt) -> [LocalizedText] {
        let store = nodes[attempt.node].situation.store
        let answers = edges[attempt.edges].flatMap(\.answers) + attempt.silent.joined()
        let isAct = attempt.trigger.isAct
        let open = isAct ? actChoice.foreign(among: answers, in: store) : answers.map(\.number)
        let conditions = open.filter { $0 >= 0 }.uniqued().map {
            let source = formulas.entries[$0].program.source
            return LocalizedText(fr: source.quotedInFrench, en: source.quoted)
        }
        let unknown = edges[attempt.edges].flatMap(refusable).map(\.source).uniqued()
        guard unknown.isEmpty else {
            return unknown.map {
                .init(fr: "si le registre connaît \($0)", en: "whether the register knows \($0)")
            }
        }
        switch attempt.trigger {
        case .timer(let name, _):
            return conditions.isEmpty
                ? [
                    .init(
                        fr: "si le délai \(name) est encore à venir",
                        en: "whether the timer \(name) is still to ring")
                ] : conditions
        case .outcome(let group, _):
            return conditions + [
                .init(fr: "comment finissent les enfants \(group)", en: "how the children \(group) end")
            ]
        case .join(let state):
            return conditions + [
                .init(fr: "comment finissent les enfants de \(state)", en: "how the children of \(state) end")
            ]
        case .told(let event):
            return conditions.isEmpty
                ? [.init(fr: "si \(event) vient", en: "whether \(event) comes")] : conditions
        case .act(let name, _):
            return conditions.isEmpty
                ? [.init(fr: "ce que porte \(name)", en: "what \(name) carries")] : conditions
        case .start, .condition, .voided, .joinedBy: return conditions
        }
    }
}
