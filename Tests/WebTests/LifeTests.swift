import Logging
import ServiceLifecycle
import Synchronization
import Testing
import Web

@Suite("Starting and stopping")
struct LifeTests {
    @Test("A taken port is named, with what to do")
    func taken() async throws {
        try await withServer { wire in
            let second = WebServer(
                configuration: .init(port: wire.port), ports: House().ports(.sample), logger: .silent)
            await #expect(throws: WebFault.addressInUse(host: "127.0.0.1", port: wire.port)) {
                try await second.run()
            }
            await #expect(throws: WebFault.addressInUse(host: "127.0.0.1", port: wire.port)) {
                try await WebServer.probe(.init(port: wire.port))
            }
            #expect("\(WebFault.addressInUse(host: "127.0.0.1", port: wire.port))".contains("--port"))
        }
    }

    @Test("An address that this machine does not have is named", arguments: ["192.0.2.1"])
    func unusable(host: String) async throws {
        let server = WebServer(
            configuration: .init(host: host, port: 0), ports: House().ports(.sample), logger: .silent)
        let fault = await #expect(throws: WebFault.self) { try await server.run() }
        guard case .addressUnusable(host, 0, _) = fault else {
            Issue.record("got \(String(describing: fault))")
            return
        }
    }

    @Test("A port that was tried is free to serve on")
    func tried() async throws {
        let free = try await withServer { $0.port }
        for _ in 0..<2 { try await WebServer.probe(.init(port: free)) }
        try await withServer(configuration: .init(port: free)) { wire in
            let reply = try await wire.get("/healthz")
            #expect(reply.status == 200)
        }
    }

    @Test("A graceful stop lets the request under way finish and closes idle connections")
    func graceful() async throws {
        let (entered, enter) = AsyncStream.makeStream(of: Void.self)
        let (released, release) = AsyncStream.makeStream(of: Void.self)
        let (ports, found) = AsyncStream.makeStream(of: Int.self)
        var port = WebStatus.sample
        port.overview = {
            enter.finish()
            for await _ in released {}
            return .sample
        }
        let house = House()
        let office = try await house.guest(roles: ["INT"])
        let server = WebServer(configuration: .init(port: 0), ports: house.ports(port), logger: .silent) {
            found.yield($0.port)
            found.finish()
        }
        let group = ServiceGroup(configuration: .init(services: [server], logger: .silent))
        async let running: Void = group.run()
        var number = 0
        for await found in ports { number = found }
        let wire = Wire(port: number)
        async let slow = wire.get("/", [office.cookie])
        for await _ in entered {}
        await group.triggerGracefulShutdown()
        release.finish()
        #expect(try await slow.status == 200)
        try await running
        await #expect(throws: Wire.Failure.self) { try await wire.get("/healthz") }
    }

    @Test("The address is written as a link")
    func address() {
        #expect(WebAddress(host: "127.0.0.1", port: 8080).description == "http://127.0.0.1:8080/")
        #expect(WebAddress(host: "::1", port: 80).description == "http://[::1]:80/")
    }
}
