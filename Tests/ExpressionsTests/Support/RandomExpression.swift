import Expressions

/// Writes random guards over ``Guards/environment`` and random bindings for them, from a seed.
struct RandomExpression {
    static let seeds: [UInt64] = [0x5EED, 1, 2, 3]

    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64.
    private mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(bound))
    }

    private mutating func pick<T>(_ options: [T]) -> T { options[below(options.count)] }

    mutating func bool(depth: Int) -> String {
        guard depth > 0 else {
            return pick([
                "dossier.complete", "has(call.opensAt)", "has(dossier.call.year)", "has(anything.x.y)",
                "true",
                "anything.x.y == 1", "has(anything.x)", "note == null", "In('draft')", "call.isOpen(now)",
            ])
        }
        let (a, b) = (bool(depth: depth - 1), bool(depth: depth - 1))
        switch below(6) {
        case 0: return "(\(a) && \(b))"
        case 1: return "(\(a) || \(b))"
        case 2: return "!(\(a))"
        case 3: return "(\(a) ? \(b) : \(bool(depth: depth - 1)))"
        case 4: return "visas.\(pick(["all", "exists", "exists_one"]))(v, v.given || \(a))"
        default: return "\(int(depth: depth - 1)) \(pick(["<", "==", ">="])) \(int(depth: depth - 1))"
        }
    }

    private mutating func int(depth: Int) -> String {
        guard depth > 0 else {
            return pick([
                "n", "call.year", "dossier.call.year", "amounts['a']", "amounts.b", "size(visas)", "2",
            ])
        }
        return "(\(int(depth: depth - 1)) \(pick(["+", "-", "/", "%"])) \(int(depth: depth - 1)))"
    }

    mutating func bindings() -> [String: Value] {
        var bindings = Guards.bindings
        bindings["n"] = .int(Int64(below(3)))
        bindings["amounts"] = pick([["a": 1], ["b": 0], [:], ["a": 0, "b": 2012]])
        bindings["anything"] = pick([.null, 7, [:], ["x": 1], ["x": .null], ["x": [:]], ["x": ["y": 1]]])
        bindings["dossier"] = pick([
            [:], ["complete": true], ["complete": false, "call": .null], ["call": ["year": 2012]],
        ])
        bindings["visas"] = pick([[], [["given": true]], [["kind": "DU"], ["given": false]]])
        if below(4) == 0 { bindings["call"] = nil }
        return bindings
    }
}
