import NIOCore
import NIOPosix

/// ClamAV's daemon, asked by its command `INSTREAM` (clamd(8)): the file goes to it in parts, each after its length.
package struct ClamdScanner: Sendable {
    /// Where the daemon listens.
    package enum Address: Sendable, Hashable {
        case socket(path: String)
        case port(host: String, Int)
    }

    private let address: Address
    private let limit: Duration

    /// - Parameter limit: the time for one file, the way to the daemon included.
    package init(_ address: Address, limit: Duration = .seconds(15)) {
        self.address = address
        self.limit = limit
    }

    /// The port of the pages.
    package var port: VirusScanner { VirusScanner { try await isClean($0) } }

    /// Whether the daemon finds nothing in the bytes.
    /// - Throws: ``ScannerFault`` when it does not say so in time.
    package func isClean(_ bytes: [UInt8]) async throws -> Bool {
        let reply = try await withThrowingTaskGroup(of: String.self) { group in
            group.addTask { try await answer(to: bytes) }
            group.addTask {
                try await Task.sleep(for: limit)
                throw ScannerFault.late
            }
            defer { group.cancelAll() }
            return try await group.next() ?? ""
        }
        if reply == "stream: OK" { return true }
        guard reply.hasPrefix("stream: "), reply.hasSuffix(" FOUND") else {
            throw ScannerFault.unclear(reply: reply)
        }
        return false
    }

    private func answer(to bytes: [UInt8]) async throws -> String {
        do {
            return try await connect().executeThenClose { answers, questions in
                try await questions.write(ByteBuffer(string: "zINSTREAM\0"))
                for start in stride(from: 0, to: bytes.count, by: Self.partMax) {
                    try await questions.write(
                        Self.part(bytes[start..<min(start + Self.partMax, bytes.count)]))
                }
                try await questions.write(Self.part([]))
                return try await Self.line(answers)
            }
        } catch let fault as ScannerFault { throw fault } catch is CancellationError {
            throw ScannerFault.late
        } catch { throw ScannerFault.unreachable("\(error)") }
    }

    private static let partMax = 65_536
    private static let replyMax = 1_024

    private static func part(_ bytes: ArraySlice<UInt8>) -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.writeInteger(UInt32(bytes.count))
        buffer.writeBytes(bytes)
        return buffer
    }

    /// What comes up to the NUL that ends it.
    private static func line(_ answers: NIOAsyncChannelInboundStream<ByteBuffer>) async throws -> String {
        var line: [UInt8] = []
        for try await part in answers {
            line += part.readableBytesView
            guard line.last != 0, line.count <= replyMax else { break }
        }
        return String(decoding: line.prefix(replyMax).prefix { $0 != 0 }, as: UTF8.self)
    }

    private func connect() async throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
        let bootstrap = ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        @Sendable func wrapped(
            _ channel: any Channel
        ) -> EventLoopFuture<NIOAsyncChannel<ByteBuffer, ByteBuffer>> {
            channel.eventLoop.makeCompletedFuture {
                try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
            }
        }
        switch address {
        case .socket(let path):
            return try await bootstrap.connect(unixDomainSocketPath: path, channelInitializer: wrapped)
        case .port(let host, let port):
            return try await bootstrap.connect(host: host, port: port, channelInitializer: wrapped)
        }
    }
}
