import Glibc

/// The processor time of this process: other work on the machine does not count.
enum ProcessorClock {
    /// Nanoseconds that a piece of work takes.
    static func nanoseconds(_ work: () -> Void) -> Double {
        let start = now
        work()
        return now - start
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
    }
}
