import Expressions

extension Formula {
    /// The value, or the refusal that names the formula and what it read.
    func value(_ bindings: ValueMap, noting log: ReadLog) throws(Refusal) -> Value {
        let evaluation = program.evaluate(bindings)
        log.note(evaluation.reads)
        switch evaluation.result {
        case .success(let value): return value
        case .failure(let error):
            throw .formulaFailed(self, because: error.message, reads: evaluation.reads)
        }
    }

    /// The day that the formula computes; nil for the empty text, which stands for "not known".
    func day(_ bindings: ValueMap, noting log: ReadLog, zone: Zone) throws(Refusal) -> Day? {
        switch try value(bindings, noting: log) {
        case .string(""), .null: return nil
        case .timestamp(let time): return zone.day(of: Instant(time))
        case .string(let text):
            do { return try Day(parsing: text) } catch {
                throw .formulaFailed(self, because: "\(error)", reads: [])
            }
        case let other: throw .formulaFailed(self, because: "a \(other.typeName) is no day", reads: [])
        }
    }

    /// Whether a condition holds; one that fails to evaluate does not.
    func holds(_ bindings: ValueMap, noting log: ReadLog) -> Bool {
        let evaluation = program.evaluate(bindings)
        log.note(evaluation.reads)
        return evaluation.holds
    }
}
