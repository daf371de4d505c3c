/// Writes random guards over ``SmallWorld``, from a seed.
struct RandomGuard {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64.
    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(bound))
    }

    private mutating func pick<T>(_ options: [T]) -> T { options[below(options.count)] }

    mutating func guarding(depth: Int) -> String {
        guard depth > 0 else { return atom() }
        let (left, right) = (guarding(depth: depth - 1), guarding(depth: depth - 1))
        switch below(9) {
        case 0, 1: return "(\(left) && \(right))"
        case 2, 3: return "(\(left) || \(right))"
        case 4: return "!(\(left))"
        case 5: return "(\(left) ? \(right) : \(guarding(depth: depth - 1)))"
        case 6: return "((\(left)) \(pick(["==", "!="])) (\(right)))"
        default: return atom()
        }
    }

    private mutating func atom() -> String {
        let order = pick(["<", "<=", ">", ">=", "==", "!="])
        switch below(14) {
        case 0: return pick(["p", "q", "true", "vars.n", "event.sure"])
        case 1, 2: return "\(pick(["a", "b", "c"])) \(order) \(pick(["a", "b", "c", "0", "1", "2", "a + 1"]))"
        case 3: return "\(pick(["s", "t"])) \(order) \(pick(["s", "t", "'x'", "'y'", "'xx'"]))"
        case 4: return "event.grade \(pick(["==", "!="])) \(pick(["'A'", "'B'", "'D'", "s"]))"
        case 5: return "event.grade in \(pick(["['A', 'B']", "['B', 'C']", "[]", "['A', 'B', 'C', 'D']"]))"
        case 6: return "vars.n \(order) \(pick(["1", "2", "a", "'x'", "s"]))"
        case 7:
            return pick(["has(vars.n)", "has(vars.m)", "has(vars.m.k)", "'n' in vars", "has(event.sure)"])
        case 8: return pick(["vars.m.k == 1", "vars.m.k < a", "vars['n'] == vars.m.k"])
        case 9: return "size(list) \(order) \(pick(["0", "1", "2", "a"]))"
        case 10: return "list.\(pick(["all", "exists"]))(x, x \(order) \(pick(["1", "3", "a"])))"
        case 11: return "even(\(pick(["a", "b", "a + b"])))"
        case 12: return "\(pick(["a", "1"])) in \(pick(["list", "[1, 2]", "[a, b]", "[c]"]))"
        default:
            return "(\(pick(["p", "has(vars.n)"])) ? \(pick(["a", "2"])) : b) \(order) \(pick(["1", "c"]))"
        }
    }
}
