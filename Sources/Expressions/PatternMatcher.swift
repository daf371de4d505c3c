/// Runs an automaton: all threads step together, and no state is entered twice at one place.
struct PatternMatcher {
    let instructions: [PatternInstruction]
    private var threads: [Int] = []
    private var stack: [Int] = []
    /// The place at which each state was entered last, plus one.
    private var entered: [Int]

    init(instructions: [PatternInstruction]) {
        self.instructions = instructions
        entered = Array(repeating: 0, count: instructions.count)
    }

    mutating func run(_ text: [Unicode.Scalar]) -> Bool {
        var current: [Int] = []
        for place in 0...text.count {
            let before = place > 0 ? text[place - 1] : nil
            let after = place < text.count ? text[place] : nil
            threads = []
            for state in current where enter(state, place, before, after) { return true }
            if enter(0, place, before, after) { return true }
            guard let after else { return false }
            current = threads.filter { state in
                if case .one(let set) = instructions[state] { set.contains(after) } else { false }
            }.map { $0 + 1 }
        }
        return false
    }

    /// Follows what needs no character from a state; true when that reaches a match.
    private mutating func enter(
        _ first: Int, _ place: Int, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?
    ) -> Bool {
        stack.append(first)
        while let state = stack.popLast() {
            guard entered[state] != place + 1 else { continue }
            entered[state] = place + 1
            switch instructions[state] {
            case .one: threads.append(state)
            case .jump(let next): stack.append(next)
            case .split(let next, let other): stack += [other, next]
            case .assertion(let assertion):
                if assertion.holds(before: before, after: after) { stack.append(state + 1) }
            case .match: return true
            }
        }
        return false
    }
}
