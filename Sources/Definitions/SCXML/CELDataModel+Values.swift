package import Expressions
package import Statechart

extension CELDataModel {
    /// JSON, of twins of a name the last one, else the text with its white space normalised, as a string.
    ///
    /// JSON that no value can hold is a failure: nested deeper than ``depthMax``, a number beyond a double, half
    /// of a surrogate pair.
    package func value(reading text: String) throws(EvaluationFailure) -> Value {
        do throws(JSONTree.Unreadable) {
            return Value(try Self.json(text))
        } catch {
            guard !error.isJSON else { throw EvaluationFailure("the JSON is no value: \(error)") }
        }
        return .string(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    /// Why a text that is JSON is no value; nil for what is one, and for any other text.
    static func problem(of text: String) -> String? {
        do throws(JSONTree.Unreadable) { _ = try json(text) } catch {
            return error.isJSON ? error.description : nil
        }
        return nil
    }

    private static func json(_ text: String) throws(JSONTree.Unreadable) -> JSONTree {
        try JSONTree(reading: text, depth: depthMax, lastTwinCounts: true)
    }

    /// The position of a loop, as an int.
    package func value(of index: Int) throws(EvaluationFailure) -> Value { .int(Int64(index)) }

    /// A map with text keys; of twins the last one counts.
    package func value(of fields: [(name: String, value: Value)]) throws(EvaluationFailure) -> Value {
        .object(Dictionary(fields.map { ($0.name, $0.value) }) { _, last in last })
    }

    /// The text of a string; anything else is a failure.
    package func text(of value: Value) throws(EvaluationFailure) -> String {
        guard case .string(let text) = value else {
            throw EvaluationFailure("expected a text, not a \(value.typeName)")
        }
        return text
    }

    /// The elements of a list; anything else is a failure.
    package func elements(of value: Value) throws(EvaluationFailure) -> [Value] {
        guard case .list(let elements) = value else {
            throw EvaluationFailure("expected a list, not a \(value.typeName)")
        }
        return elements
    }
}

extension Value {
    /// `_event`: always all seven fields, blank ones null.
    init(event: Event<Value>) {
        func text(_ text: String?) -> Value { text.map(Value.string) ?? .null }
        self = [
            "name": .string(event.name), "type": .string(event.kind.rawValue), "sendid": text(event.sendID),
            "origin": text(event.origin), "origintype": text(event.originType),
            "invokeid": text(event.invokeID),
            "data": event.data ?? .null,
        ]
    }

    /// Whether the value stays within these bounds; it is not walked beyond them.
    func isModest(nodes: Int, depth: Int) -> Bool {
        var rest = nodes
        return take(from: &rest, depth: depth)
    }

    private func take(from rest: inout Int, depth: Int) -> Bool {
        rest -= weight
        guard rest >= 0, depth > 0 else { return false }
        switch self {
        case .list(let elements): return elements.allSatisfy { $0.take(from: &rest, depth: depth - 1) }
        case .map(let map): return map.entries.allSatisfy { $0.value.take(from: &rest, depth: depth - 1) }
        case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .type: return true
        }
    }

    private var weight: Int {
        switch self {
        case .string(let text): 1 + text.utf8.count / 64
        case .bytes(let bytes): 1 + bytes.count / 64
        case .null, .bool, .int, .uint, .double, .list, .map, .timestamp, .duration, .type: 1
        }
    }
}
