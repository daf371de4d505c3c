/// Runs nodes over bindings: counts the cost and keeps what was read.
struct Machine {
    /// A value that was read, under the number of its path.
    struct Record: Sendable {
        let number: Int
        let value: Value
    }

    let bindings: ValueMap
    let zones: Environment.Zones
    let costMax: Int
    private(set) var cost = 0
    var locals: [Value]
    /// What was read, each number once, in the order of the first reading.
    private(set) var records: [Record] = []
    /// Which of the first 64 numbers are among these.
    private var recorded: UInt64 = 0

    init(bindings: ValueMap, zones: @escaping Environment.Zones, costMax: Int, reads: Int, slots: Int) {
        self.bindings = bindings
        self.zones = zones
        self.costMax = costMax
        locals = Array(repeating: .null, count: slots)
        records.reserveCapacity(min(reads, 8))
    }

    mutating func run(_ node: Node) throws(Fault) -> Value {
        try charge(1)
        switch node {
        case .constant(let value): return value
        case .read(let path): return try read(path)
        case .hasPath(let path): return .bool(try has(path))
        case .typeOrRead(let type, let path):
            return bindings.value(of: path.variable) == nil ? .type(type) : try read(path)
        case .local(let slot): return locals[slot]
        case .select(let operand, let field, let span): return try select(field, from: run(operand), at: span)
        case .has(let operand, let field, let span): return try has(field, in: run(operand), at: span)
        case .list(let items, let span): return try list(items, at: span)
        case .constantList(let list): return try constant(list)
        case .map(let entries, let span): return try map(entries, at: span)
        case .and(let terms, let span): return try connect(terms, deciding: false, at: span)
        case .or(let terms, let span): return try connect(terms, deciding: true, at: span)
        case .conditional(let test, let yes, let no, let span):
            return try run(try truth(of: try run(test), at: span) ? yes : no)
        case .binary(let binary): return try apply(binary)
        case .operation(let operation, let operand, let span):
            return try apply(operation, operand, at: span)
        case .matches(let text, let pattern, let span): return try match(run(text), pattern, at: span)
        case .call(let functions, let arguments, let reading, let span):
            return try call(functions, arguments, reading, at: span)
        case .loop(let loop): return try turn(loop)
        case .failure(let fault): throw fault
        }
    }

    // MARK: Cost

    mutating func charge(_ amount: Int) throws(Fault) {
        cost += amount
        if cost > costMax {
            throw Fault(.costExceeded, "The expression costs more than the \(costMax) steps it is allowed.")
        }
    }

    /// Charges what a produced value weighs: one for each element at any depth, one for 64 bytes of text.
    ///
    /// A value that shares parts weighs as if it did not, so that sharing cannot hide exponential growth.
    mutating func chargeWeight(of value: Value) throws(Fault) {
        switch value {
        case .string(let text): try charge(1 + text.utf8.count / 64)
        case .bytes(let bytes): try charge(1 + bytes.count / 64)
        case .list(let items): for item in items { try chargeWeight(of: item) }
        case .map(let map): for entry in map.entries { try chargeWeight(of: entry.value) }
        case .null, .bool, .int, .uint, .double, .timestamp, .duration, .type: try charge(1)
        }
    }

    // MARK: Reads

    mutating func record(_ number: Int, _ value: Value) {
        if number < 64 {
            guard recorded & (1 << UInt64(number)) == 0 else { return }
            recorded |= 1 << UInt64(number)
        } else {
            guard !records.contains(where: { $0.number == number }) else { return }
        }
        records.append(Record(number: number, value: value))
    }
}
