import Expressions

extension CELType {
    /// The type that a suite declares by this name; `dyn` for one that is not known.
    init(named name: String) {
        let scalars: [String: CELType] = [
            "null": .null, "null_type": .null, "bool": .bool, "int": .int, "uint": .uint, "double": .double,
            "string": .string, "bytes": .bytes, "timestamp": .timestamp, "duration": .duration, "type": .type,
            "google.protobuf.Timestamp": .timestamp, "google.protobuf.Duration": .duration,
        ]
        if let scalar = scalars[name] {
            self = scalar
        } else if let inside = Self.inside("list", name) {
            self = .list(CELType(named: inside))
        } else if let inside = Self.inside("map", name), let comma = inside.firstIndex(of: ",") {
            let key = CELType(named: String(inside[..<comma]))
            let rest = inside[inside.index(after: comma)...].drop { $0 == " " }
            self = .map(key, CELType(named: String(rest)))
        } else {
            self = .dyn
        }
    }

    private static func inside(_ kind: String, _ name: String) -> String? {
        guard name.hasPrefix("\(kind)("), name.hasSuffix(")") else { return nil }
        return String(name.dropFirst(kind.count + 1).dropLast())
    }
}
