/// What became of one evaluation: a value or an error, what it cost and what it read.
package struct Evaluation: Sendable {
    /// The value, or why there is none.
    package let result: Result<Value, EvaluationError>
    /// Steps used, of the limit that the program was compiled with.
    package let cost: Int
    /// What was read, by the numbers of its paths.
    let records: [Machine.Record]
    /// The paths by their numbers.
    let names: [String]

    /// What was read from the bindings, each path once, in the order of the first reading.
    ///
    /// Put together for each call.
    package var reads: [Read] {
        records.map { Read(path: names[$0.number], value: $0.value) }
    }

    /// The value, nil when the evaluation failed.
    package var value: Value? { try? result.get() }

    /// Why there is no value.
    package var error: EvaluationError? {
        if case .failure(let error) = result { error } else { nil }
    }

    /// Whether a guard holds: true only for the value `true`, so that a failing guard is closed.
    package var holds: Bool {
        if case .success(.bool(true)) = result { true } else { false }
    }
}
