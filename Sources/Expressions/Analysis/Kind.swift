/// The kinds of values that can be compared with one another.
enum Kind: Hashable {
    case number, text, instant, length, truth, bytes, list, map, null, type

    init?(of type: CELType) {
        switch type {
        case .int, .uint, .double: self = .number
        case .string: self = .text
        case .timestamp: self = .instant
        case .duration: self = .length
        case .bool: self = .truth
        case .bytes: self = .bytes
        case .list: self = .list
        case .map, .object: self = .map
        case .null: self = .null
        case .type: self = .type
        case .dyn, .nullable: return nil
        }
    }

    init(of value: Value) {
        switch value {
        case .int, .uint, .double: self = .number
        case .string: self = .text
        case .timestamp: self = .instant
        case .duration: self = .length
        case .bool: self = .truth
        case .bytes: self = .bytes
        case .list: self = .list
        case .map: self = .map
        case .null: self = .null
        case .type: self = .type
        }
    }

    var isOrdered: Bool {
        switch self {
        case .number, .text, .instant, .length, .truth, .bytes: true
        case .list, .map, .null, .type: false
        }
    }
}
