import Expressions
import Foundation

/// One case of the conformance suite of the language.
struct ConformanceCase: Decodable {
    struct Expectation: Decodable {
        let value: TaggedValue?
        let error: String?
    }

    let id: String
    let expr: String
    let bindings: [String: TaggedValue]?
    let declares: [String: String]?
    let unchecked: Bool?
    let expect: Expectation

    /// The types of all variables: as declared, else any.
    var variables: [String: CELType] {
        let bound = Dictionary(uniqueKeysWithValues: (bindings ?? [:]).keys.map { ($0, CELType.dyn) })
        return bound.merging((declares ?? [:]).mapValues(Self.type)) { $1 }
    }

    private static func type(_ name: String) -> CELType {
        switch name {
        case "null": .null
        case "bool": .bool
        case "int": .int
        case "double": .double
        case "string": .string
        case "bytes": .bytes
        case "list(int)": .list(.int)
        default: .dyn
        }
    }
}
