import Glibc
import NIOCore

extension WebFault {
    /// Runs `body`, which listens where `configuration` says; what the system says against it becomes a fault
    /// that names the address.
    static func listening<Value>(
        _ configuration: WebConfiguration, _ body: () async throws -> Value
    ) async throws -> Value {
        let (host, port) = (configuration.host, configuration.port)
        do { return try await body() } catch let error as IOError {
            throw fault(error.errnoCode, host: host, port: port)
        } catch is SocketAddressError.UnknownHost {
            throw WebFault.addressUnusable(host: host, port: port, reason: "no such host")
        }
    }

    private static func fault(_ code: CInt, host: String, port: Int) -> WebFault {
        switch code {
        case EADDRINUSE: .addressInUse(host: host, port: port)
        case EACCES, EPERM: .addressForbidden(host: host, port: port)
        default: .addressUnusable(host: host, port: port, reason: "errno \(code)")
        }
    }
}
