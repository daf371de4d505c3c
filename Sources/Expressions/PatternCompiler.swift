/// One step of the automaton.
enum PatternInstruction: Sendable {
    case one(CharacterClass)
    case assertion(PatternAssertion)
    case jump(Int)
    case split(Int, Int)
    case match
}

/// Lays a pattern's tree out as instructions, within the size limit.
struct PatternCompiler {
    private(set) var instructions: [PatternInstruction] = []

    mutating func append(_ instruction: PatternInstruction) throws(Fault) {
        guard instructions.count < Pattern.sizeMax else {
            throw Fault(.invalidPattern, "The pattern is too large: its repetitions multiply.")
        }
        instructions.append(instruction)
    }

    mutating func emit(_ node: PatternNode) throws(Fault) {
        switch node {
        case .empty: break
        case .one(let set): try append(.one(set))
        case .assertion(let assertion): try append(.assertion(assertion))
        case .sequence(let parts): for part in parts { try emit(part) }
        case .alternatives(let branches): try emit(alternatives: branches)
        case .repetition(let inner, let min, let max): try emit(inner, min: min, max: max)
        }
    }

    private mutating func emit(alternatives branches: [PatternNode]) throws(Fault) {
        var jumps: [Int] = []
        for branch in branches.dropLast() {
            let split = instructions.count
            try append(.split(split + 1, 0))
            try emit(branch)
            jumps.append(instructions.count)
            try append(.jump(0))
            instructions[split] = .split(split + 1, instructions.count)
        }
        if let last = branches.last { try emit(last) }
        for jump in jumps { instructions[jump] = .jump(instructions.count) }
    }

    private mutating func emit(_ inner: PatternNode, min: Int, max: Int?) throws(Fault) {
        for _ in 0..<min { try emit(inner) }
        guard let max else { return try emit(star: inner) }
        var splits: [Int] = []
        for _ in min..<max {
            splits.append(instructions.count)
            try append(.split(instructions.count + 1, 0))
            try emit(inner)
        }
        for split in splits { instructions[split] = .split(split + 1, instructions.count) }
    }

    private mutating func emit(star inner: PatternNode) throws(Fault) {
        let split = instructions.count
        try append(.split(split + 1, 0))
        try emit(inner)
        try append(.jump(split))
        instructions[split] = .split(split + 1, instructions.count)
    }
}
