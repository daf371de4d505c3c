/// The values of a statement laid out as libpq wants them, for the length of one call.
struct PQParameters {
    private var bytes: [UInt8] = []
    private var offsets: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    init(_ values: [PostgresValue]) {
        for value in values { append(value) }
    }

    private mutating func append(_ value: PostgresValue) {
        let start = bytes.count
        offsets.append(value == .null ? nil : start)
        formats.append(0)
        switch value {
        case .null: break
        case .text(let text): bytes += text.utf8
        case .binary(let binary):
            bytes += binary
            formats[formats.count - 1] = 1
        }
        lengths.append(Int32(bytes.count - start))
        bytes.append(0)
    }

    typealias Call<R> = (
        _ count: Int32, _ values: UnsafePointer<UnsafePointer<CChar>?>?,
        _ lengths: UnsafePointer<Int32>?, _ formats: UnsafePointer<Int32>?
    ) -> R

    /// Calls with the arrays that libpq takes; it copies them before it returns.
    func withPointers<R>(_ call: Call<R>) -> R {
        bytes.withUnsafeBytes { bytes in
            let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            let values = offsets.map { offset in offset.flatMap { start?.advanced(by: $0) } }
            return call(Int32(offsets.count), values, lengths, formats)
        }
    }
}
