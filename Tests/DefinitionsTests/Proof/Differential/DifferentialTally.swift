/// What a run of the differential test has seen.
struct DifferentialTally {
    var charts = 0
    /// Charts that never read the outside world: there both answers are equal.
    var exact = 0
    /// Charts of the others where the gate sees more than happens.
    var wider = 0
    var situations = 0
    var endless = 0
    /// Charts that stay where they begin.
    var idle = 0
    var ending = 0
    var failures: [String] = []

    mutating func add(_ chart: SmallChart, _ brute: BruteForce, isWider: Bool) {
        charts += 1
        exact += chart.readsFacts ? 0 : 1
        wider += isWider ? 1 : 0
        situations += brute.count
        endless += brute.isEndless ? 1 : 0
        idle += brute.count < 2 ? 1 : 0
        ending += brute.ends ? 1 : 0
    }

    mutating func add(_ other: DifferentialTally) {
        charts += other.charts
        exact += other.exact
        wider += other.wider
        situations += other.situations
        endless += other.endless
        idle += other.idle
        ending += other.ending
        failures += other.failures
    }
}

extension DifferentialTally: CustomStringConvertible {
    var description: String {
        """
        \(charts) charts, \(situations) situations; \(exact) exact, all equal; of the others \(wider) \
        where the gate sees more; \(ending) reach an end, \(endless) turn without end
        """
    }
}
