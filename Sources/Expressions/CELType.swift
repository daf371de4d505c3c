/// The static type of an expression (langdef "Gradual type checking").
package indirect enum CELType: Sendable, Hashable {
    case null, bool, int, uint, double, string, bytes, timestamp, duration, type
    /// Not known until run time: fits everywhere, checked when it runs.
    case dyn
    case list(CELType)
    case map(CELType, CELType)
    /// A declared object with known fields; its values are maps with text keys.
    case object(String)
    /// A value of the type, or null (the "wrapper" types of the language).
    case nullable(CELType)

    /// Whether a value of this type may stand where `target` is asked for, as far as is known at load.
    func fits(_ target: CELType) -> Bool {
        switch (self, target) {
        case (.dyn, _), (_, .dyn): true
        case (.list(let a), .list(let b)): a.fits(b)
        case (.map(let k, let v), .map(let l, let w)): k.fits(l) && v.fits(w)
        case (.null, .nullable), (.null, .object), (.null, .timestamp), (.null, .duration): true
        case (.nullable(let a), .nullable(let b)), (.nullable(let a), let b), (let a, .nullable(let b)):
            a.fits(b)
        default: self == target
        }
    }

    /// The type of a list that holds both, `dyn` when they have nothing in common.
    func joined(with other: CELType) -> CELType {
        if self == other { return self }
        if fits(other) { return other.isDyn ? .dyn : self == .null ? other : self }
        return other.fits(self) ? self : .dyn
    }

    /// Whether an index by a text may be the same as a field.
    var hasTextKeys: Bool {
        switch unwrapped {
        case .dyn, .map, .object: true
        default: false
        }
    }

    var isDyn: Bool { self == .dyn }

    /// The type without its `nullable`.
    var unwrapped: CELType {
        if case .nullable(let inner) = self { inner } else { self }
    }
}

extension CELType: CustomStringConvertible {
    /// The type as a definition writes it.
    package var description: String {
        switch self {
        case .null: "null"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .timestamp: "timestamp"
        case .duration: "duration"
        case .type: "type"
        case .dyn: "dyn"
        case .list(let element): "list(\(element))"
        case .map(let key, let value): "map(\(key), \(value))"
        case .object(let name): name
        case .nullable(let inner): "nullable(\(inner))"
        }
    }
}
