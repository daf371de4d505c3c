import Foundation

/// Validates values against the JSON Schema of workflow files: the keywords of draft 2020-12 that it uses,
/// and no other.
struct SchemaValidator {
    private let root: [String: Any]
    private static let keywords: Set<String> = [
        "$defs", "$id", "$ref", "$schema", "additionalProperties", "anyOf", "const", "default",
        "dependentRequired", "description", "else", "enum", "if", "items", "maxItems", "maxLength",
        "maxProperties", "minItems", "minProperties", "minimum", "oneOf", "pattern", "properties",
        "propertyNames", "required", "then", "title", "type", "uniqueItems",
    ]

    init(_ data: Data) throws {
        root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    /// What breaks the schema, each as `path: keyword`; none for a valid value.
    func problems(_ value: Any) -> [String] { problems(value, root, "$") }

    private func problems(_ value: Any, _ schema: Any, _ path: String) -> [String] {
        if let isAllowed = schema as? Bool { return isAllowed ? [] : ["\(path): false"] }
        guard let schema = schema as? [String: Any] else { return ["\(path): no schema"] }
        let unknown = Set(schema.keys).subtracting(Self.keywords).map { "\(path): unknown keyword \($0)" }
        return unknown + ofAny(value, schema, path) + ofScalar(value, schema, path)
            + ofList(value, schema, path)
            + ofObject(value, schema, path)
    }

    private func ofAny(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
        var found: [String] = []
        if let reference = schema["$ref"] as? String {
            found += problems(value, target(reference) ?? false, path)
        }
        if let options = schema["anyOf"] as? [Any],
            !options.contains(where: { problems(value, $0, path).isEmpty })
        {
            found.append("\(path): anyOf")
        }
        if let options = schema["oneOf"] as? [Any],
            options.filter({ problems(value, $0, path).isEmpty }).count != 1
        {
            found.append("\(path): oneOf")
        }
        if let condition = schema["if"] {
            let branch = problems(value, condition, path).isEmpty ? schema["then"] : schema["else"]
            if let branch { found += problems(value, branch, path) }
        }
        return found
    }

    private func target(_ reference: String) -> Any? {
        let name = reference.split(separator: "/").last.map(String.init) ?? ""
        return (root["$defs"] as? [String: Any])?[name]
    }

    private func ofScalar(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
        var found: [String] = []
        let types = (schema["type"] as? [String]) ?? (schema["type"] as? String).map { [$0] } ?? []
        if !types.isEmpty, !types.contains(where: { Self.type(of: value, fits: $0) }) {
            found.append("\(path): type")
        }
        if let choices = schema["enum"] as? [Any], !choices.contains(where: { Self.same($0, value) }) {
            found.append("\(path): enum")
        }
        if let constant = schema["const"], !Self.same(constant, value) { found.append("\(path): const") }
        if let number = value as? Int, let minimum = schema["minimum"] as? Int, number < minimum {
            found.append("\(path): minimum")
        }
        guard let text = value as? String else { return found }
        if let maximum = schema["maxLength"] as? Int, text.count > maximum {
            found.append("\(path): maxLength")
        }
        if let pattern = schema["pattern"] as? String,
            text.range(of: pattern, options: .regularExpression) == nil
        {
            found.append("\(path): pattern")
        }
        return found
    }

    private func ofList(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
        guard let list = value as? [Any] else { return [] }
        var found: [String] = []
        if let least = schema["minItems"] as? Int, list.count < least { found.append("\(path): minItems") }
        if let most = schema["maxItems"] as? Int, list.count > most { found.append("\(path): maxItems") }
        if schema["uniqueItems"] as? Bool == true, Set(list.map { "\($0)" }).count != list.count {
            found.append("\(path): uniqueItems")
        }
        guard let items = schema["items"] else { return found }
        return found + list.enumerated().flatMap { problems($1, items, "\(path)[\($0)]") }
    }

    private func ofObject(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
        guard let object = value as? [String: Any] else { return [] }
        var found = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }.map {
            "\(path): required \($0)"
        }
        if let least = schema["minProperties"] as? Int, object.count < least {
            found.append("\(path): minProperties")
        }
        if let most = schema["maxProperties"] as? Int, object.count > most {
            found.append("\(path): maxProperties")
        }
        for (key, needed) in schema["dependentRequired"] as? [String: [String]] ?? [:]
        where object[key] != nil {
            found += needed.filter { object[$0] == nil }.map { "\(path): \(key) requires \($0)" }
        }
        let known = schema["properties"] as? [String: Any] ?? [:]
        for (key, member) in object.sorted(by: { $0.key < $1.key }) {
            if let names = schema["propertyNames"] { found += problems(key, names, "\(path).\(key)") }
            if let rule = known[key] ?? schema["additionalProperties"] {
                found += problems(member, rule, "\(path).\(key)")
            }
        }
        return found
    }

    private static func type(of value: Any, fits type: String) -> Bool {
        switch type {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "boolean": value is Bool
        case "integer", "number": value is Int
        case "string": value is String
        case "null": value is NSNull
        default: false
        }
    }

    private static func same(_ a: Any, _ b: Any) -> Bool {
        if let a = a as? String, let b = b as? String { return a == b }
        if let a = a as? Bool, let b = b as? Bool { return a == b }
        if let a = a as? Int, let b = b as? Int { return a == b }
        return false
    }
}
