extension Value {
    private static let overflow = Fault(.overflow, "The result does not fit into 64 bits.")
    private static let timeRange = Fault(.outOfRange, "The result is out of the range of times.")

    func negated() throws(Fault) -> Value {
        switch self {
        case .int(let value):
            guard value != .min else { throw Self.overflow }
            return .int(-value)
        case .double(let value): return .double(-value)
        default: throw Machine.mismatch
        }
    }

    func adding(_ other: Value) throws(Fault) -> Value {
        switch (self, other) {
        case (.string(let a), .string(let b)): return .string(a + b)
        case (.bytes(let a), .bytes(let b)): return .bytes(a + b)
        case (.list(let a), .list(let b)): return .list(a + b)
        case (.timestamp(let a), .duration(let b)), (.duration(let b), .timestamp(let a)):
            return .timestamp(try Self.known(a.adding(b)))
        case (.duration(let a), .duration(let b)): return .duration(try Self.known(a.adding(b)))
        default: return try combined(.add, other)
        }
    }

    func combined(_ operation: Operation, _ other: Value) throws(Fault) -> Value {
        switch (self, other) {
        case (.int(let a), .int(let b)): .int(try Self.integer(operation, a, b))
        case (.uint(let a), .uint(let b)): .uint(try Self.integer(operation, a, b))
        case (.double(let a), .double(let b)): .double(try Self.double(operation, a, b))
        case (.timestamp(let a), .timestamp(let b)) where operation == .subtract:
            .duration(try Self.known(a.since(b)))
        case (.timestamp(let a), .duration(let b)) where operation == .subtract:
            .timestamp(try Self.known(a.adding(try Self.known(b.negated))))
        case (.duration(let a), .duration(let b)) where operation == .subtract:
            .duration(try Self.known(a.adding(try Self.known(b.negated))))
        default: throw Machine.mismatch
        }
    }

    private static func known<T>(_ value: T?) throws(Fault) -> T {
        guard let value else { throw timeRange }
        return value
    }

    private static func integer<T: FixedWidthInteger>(_ operation: Operation, _ a: T, _ b: T) throws(Fault)
        -> T
    {
        let (value, overflows): (T, Bool)
        switch operation {
        case .add: (value, overflows) = a.addingReportingOverflow(b)
        case .subtract: (value, overflows) = a.subtractingReportingOverflow(b)
        case .multiply: (value, overflows) = a.multipliedReportingOverflow(by: b)
        case .divide, .modulo:
            guard b != 0 else { throw Fault(.divisionByZero, "The divisor is zero.") }
            (value, overflows) =
                operation == .divide
                ? a.dividedReportingOverflow(by: b) : a.remainderReportingOverflow(dividingBy: b)
        default: throw Machine.mismatch
        }
        guard !overflows else { throw overflow }
        return value
    }

    private static func double(_ operation: Operation, _ a: Double, _ b: Double) throws(Fault) -> Double {
        switch operation {
        case .add: a + b
        case .subtract: a - b
        case .multiply: a * b
        case .divide: a / b
        default: throw Machine.mismatch
        }
    }
}
