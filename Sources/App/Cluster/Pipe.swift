import Glibc

/// A pipe to or from a child process; both ends close when the child takes over.
struct Pipe {
    let reading: Int32
    let writing: Int32
    private let closed = Ends()

    private final class Ends {
        var reading = false
        var writing = false
    }

    init(for program: String) throws(ClusterFault) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .fileSystem("open a pipe", program, errno) }
        (reading, writing) = (ends[0], ends[1])
    }

    func write(_ text: String) {
        var text = text
        text.withUTF8 { _ = Glibc.write(writing, $0.baseAddress, $0.count) }
    }

    /// Everything until the writer closes, `deadline` passes or `max` bytes are kept; the rest is read and
    /// dropped.
    func readAll(until deadline: ContinuousClock.Instant, max: Int) -> String {
        var kept: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while ContinuousClock.now < deadline {
            var poller = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
            guard poll(&poller, 1, 100) > 0 else { continue }
            let count = read(reading, &buffer, buffer.count)
            guard count > 0 else { break }
            kept += buffer[..<min(count, max - kept.count)]
        }
        return String(decoding: kept, as: UTF8.self)
    }

    func closeWriting() {
        if !closed.writing { Glibc.close(writing) }
        closed.writing = true
    }

    func close() {
        closeWriting()
        if !closed.reading { Glibc.close(reading) }
        closed.reading = true
    }
}
