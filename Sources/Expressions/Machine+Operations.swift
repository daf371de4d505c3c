extension Machine {
    mutating func apply(_ operation: Operation, _ operand: Node, at span: Span) throws(Fault) -> Value {
        let value = try run(operand)
        do throws(Fault) {
            return try unary(operation, value)
        } catch {
            throw Self.located(error, [value], at: span)
        }
    }

    mutating func apply(_ node: BinaryOperation) throws(Fault) -> Value {
        let left = try run(node.left)
        let right = try run(node.right)
        do throws(Fault) {
            return try binary(node.operation, left, right)
        } catch {
            throw Self.located(error, [left, right], at: node.span)
        }
    }

    /// The failure with its place, and the types where no overload fits.
    private static func located(_ fault: Fault, _ operands: [Value], at span: Span) -> Fault {
        guard fault.kind == .noSuchOverload, fault.message.isEmpty else { return fault.at(span) }
        let types = operands.map(\.typeName).joined(separator: ", ")
        return Fault(.noSuchOverload, "This is not defined for (\(types)).", at: span)
    }

    /// No overload fits; the caller names the types.
    static let mismatch = Fault(.noSuchOverload, "")

    private mutating func unary(_ operation: Operation, _ value: Value) throws(Fault) -> Value {
        switch operation {
        case .not:
            guard case .bool(let truth) = value else { throw Self.mismatch }
            return .bool(!truth)
        case .negate: return try value.negated()
        case .size: return try size(of: value)
        case .type: return .type(value.typeName)
        case .dyn: return value
        case .toBool: return try value.toBool()
        case .toInt: return try value.toInt()
        case .toUint: return try value.toUint()
        case .toDouble: return try value.toDouble()
        case .toTimestamp: return try value.toTimestamp()
        case .toDuration: return try value.toDuration()
        case .toString, .toBytes:
            try chargeWeight(of: value)
            return try operation == .toString ? value.toText() : value.toBytes()
        case .part(let part): return try value.part(part, offset: 0)
        default: throw Self.mismatch
        }
    }

    private mutating func binary(_ operation: Operation, _ left: Value, _ right: Value) throws(Fault) -> Value
    {
        switch operation {
        case .add:
            let sum = try left.adding(right)
            try chargeWeight(of: sum)
            return sum
        case .subtract, .multiply, .divide, .modulo: return try left.combined(operation, right)
        case .equal, .notEqual:
            try chargeComparison(left, right)
            return .bool(left.equals(right) == (operation == .equal))
        case .less, .lessOrEqual, .greater, .greaterOrEqual: return try compare(operation, left, right)
        case .contained: return try contained(left, in: right)
        case .index: return try left.element(at: right)
        case .contains, .startsWith, .endsWith: return try search(operation, left, right)
        case .matches:
            guard case .string(let pattern) = right, case .string = left else { throw Self.mismatch }
            try charge(pattern.utf8.count)
            return try match(left, try Pattern(pattern), at: nil)
        case .part(let part): return try left.part(part, offset: try offset(right, for: left))
        default: throw Self.mismatch
        }
    }

    private mutating func compare(_ operation: Operation, _ left: Value, _ right: Value) throws(Fault)
        -> Value
    {
        guard let order = left.order(against: right) else { throw Self.mismatch }
        return switch operation {
        case .less: .bool(order == .less)
        case .lessOrEqual: .bool(order == .less || order == .same)
        case .greater: .bool(order == .greater)
        default: .bool(order == .greater || order == .same)
        }
    }

    private mutating func size(of value: Value) throws(Fault) -> Value {
        switch value {
        case .string(let text):
            try charge(text.utf8.count / 64)
            return .int(Int64(text.unicodeScalars.count))
        case .bytes(let bytes): return .int(Int64(bytes.count))
        case .list(let items): return .int(Int64(items.count))
        case .map(let map): return .int(Int64(map.count))
        default: throw Self.mismatch
        }
    }
}
