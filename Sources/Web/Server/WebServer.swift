import Foundation
import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import ServiceLifecycle

/// The HTTP server: the pages, the probes and the style sheet, over HTTP/1.1.
///
/// Runs until cancelled or told to shut down gracefully; then it takes no new connection, closes idle ones
/// and lets requests under way finish. A failing request never ends it.
package struct WebServer: Service {
    private let configuration: WebConfiguration
    private let ports: WebPorts
    private let logger: Logger
    private let onListening: @Sendable (WebAddress) async -> Void

    /// - Parameter onListening: called once, when the port is bound and requests are answered.
    package init(
        configuration: WebConfiguration, ports: WebPorts, logger: Logger,
        onListening: @escaping @Sendable (WebAddress) async -> Void = { _ in }
    ) {
        self.configuration = configuration
        self.ports = ports
        self.logger = logger
        self.onListening = onListening
    }

    /// Serves until shut down.
    ///
    /// Call once.
    /// - Throws: ``WebFault`` when it cannot listen.
    package func run() async throws {
        let gate = Gate(
            hosts: AllowedHosts(configuration), limits: configuration.limits,
            proxies: configuration.proxies, routes: Routes(),
            pages: try Pages.shared.get(), ports: ports)
        try await WebFault.listening(configuration) { try await application(gate).run() }
    }

    private func application(_ gate: Gate) -> Application<Gate> {
        Application(
            responder: gate,
            server: .http1(configuration: channelConfiguration),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port),
                availableConnectionsDelegate: MaximumAvailableConnections(
                    configuration.limits.connectionsMax)),
            onServerRunning: { channel in await onListening(address(of: channel)) },
            logger: logger)
    }

    private var channelConfiguration: HTTP1Channel.Configuration {
        let limits = configuration.limits
        let headers = SecurityHeaders(isBehindTLS: configuration.isBehindTLS)
        return .init(
            additionalChannelHandlers: [
                ConnectionGuard(headers: headers, limits: limits, logger: logger)
            ],
            idleTimeout: TimeAmount(limits.idleTime),
            httpDecoderConfiguration: .init(
                // The parser counts the request target as a field: the gate tells 414 from 431 below this.
                maxHeaderFieldSize: max(limits.headerFieldBytesMax, limits.uriBytesMax) * 2,
                maxHeaderListSize: limits.headerListBytesMax,
                maxHeaderFieldCount: limits.headerFieldsMax))
    }

    private func address(of channel: any Channel) -> WebAddress {
        WebAddress(host: configuration.host, port: channel.localAddress?.port ?? configuration.port)
    }
}
