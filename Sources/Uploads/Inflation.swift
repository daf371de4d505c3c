import CZlib

/// DEFLATE, unpacked to a bound and no further.
enum Inflation {
    /// How the packed bytes are framed.
    enum Frame {
        case zlib, bare

        var windowBits: Int32 { self == .zlib ? 15 : -15 }
    }

    /// What the bytes unpack to; nil when they are damaged, cut short, or hold more than the bound.
    static func unpack(_ packed: ArraySlice<UInt8>, _ frame: Frame, bound: Int) -> [UInt8]? {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        guard inflateInit2_(&stream, frame.windowBits, ZLIB_VERSION, size) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        var result: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        return packed.withUnsafeBufferPointer { source in
            stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
            stream.avail_in = UInt32(source.count)
            while true {
                let (status, made) = part.withUnsafeMutableBufferPointer { room in
                    stream.next_out = room.baseAddress
                    stream.avail_out = UInt32(room.count)
                    let status = inflate(&stream, Z_NO_FLUSH)
                    return (status, room.count - Int(stream.avail_out))
                }
                guard status == Z_OK || status == Z_STREAM_END, result.count + made <= bound else {
                    return nil
                }
                result += part.prefix(made)
                if status == Z_STREAM_END { return result }
                if made == 0, stream.avail_in == 0 { return nil }
            }
        }
    }

    static func crc32(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.withUnsafeBufferPointer { Int(CZlib.crc32(0, $0.baseAddress, UInt32($0.count))) }
    }
}
