import NIOCore
import NIOPosix

extension WebServer {
    /// Listens for a moment where the configuration says, and answers nothing.
    ///
    /// What can be said about the port is so said before anything else is begun. Another process may still take
    /// it before ``run()`` does.
    /// - Throws: ``WebFault`` when this process could not listen there.
    package static func probe(_ configuration: WebConfiguration) async throws {
        try await WebFault.listening(configuration) {
            let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .serverChannelOption(ChannelOptions.socketOption(.so_reuseaddr), value: 1)
                .bind(host: configuration.host, port: configuration.port).get()
            try await channel.close().get()
        }
    }
}
