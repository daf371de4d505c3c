import Agreements

/// A roster for the acts of all duties: each act is given to one of the people who can do it, so that no two
/// acts that exclude each other have the same.
///
/// Only acts that none but single holders can do need a choice; there are few of them, and the search is
/// exhaustive up to `choicesMax` choices.
struct DutyRoster {
    private let acts: [(name: String, holders: [String])]
    private let excluded: Set<Set<String>>
    private static let choicesMax = 10_000

    init(duties: [ExclusiveDuty], acts: DutyActs) {
        let names = duties.flatMap { $0.first + $0.second }.uniqued().filter(acts.exists)
        self.acts = names.compactMap { name in
            let holders = acts.holders(of: name)
            return holders.contains(nil) ? nil : (name, holders.compactMap(\.self).sorted())
        }
        excluded = Set(
            duties.flatMap { duty in
                duty.first.flatMap { first in
                    duty.second.compactMap { second in
                        acts.canBothBeDone(first, second) ? Set([first, second]) : nil
                    }
                }
            })
    }

    /// The acts for which there are not enough people; nil where there is a roster, or the search was cut
    /// short.
    var lacking: [String]? {
        var choices = 0
        var chosen: [String] = []
        return find(&chosen, &choices) || choices >= Self.choicesMax
            ? nil : acts.filter { act in excluded.contains { $0.contains(act.name) } }.map(\.name)
    }

    private func find(_ chosen: inout [String], _ choices: inout Int) -> Bool {
        guard chosen.count < acts.count else { return true }
        for holder in acts[chosen.count].holders where choices < Self.choicesMax {
            choices += 1
            let conflicts = chosen.indices.contains { index in
                chosen[index] == holder && excluded.contains([acts[index].name, acts[chosen.count].name])
            }
            guard !conflicts else { continue }
            chosen.append(holder)
            if find(&chosen, &choices) { return true }
            chosen.removeLast()
        }
        return false
    }
}
