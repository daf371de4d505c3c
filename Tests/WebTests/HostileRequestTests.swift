import Agreements
import Engine
import Foundation
import Testing

@testable import Web

/// Bad requests made of tables: whatever comes, the answer is one of the pages' own, and tells nothing of the inside.
@Suite("Hostile requests")
struct HostileRequestTests {
    /// What no answer may hold: traces, SQL, paths of the machine, names of our types.
    private static let secrets = [
        "Fatal error", "SQLSTATE", "PostgresError", "FROM entente.", "INSERT INTO entente", "/Sources/",
        ".swift", "/home/",
        "/usr/", "stack trace", "Optional(", "NotProvided", "root:",
    ]

    /// Asks each, one connection each, and checks the answer.
    private static func ask(_ requests: [HostileRequest], on wire: Wire) async throws {
        for request in requests {
            let bytes = try await wire.exchange(request.bytes)
            guard let reply = try? Reply(bytes) else {
                Issue.record("no answer to \(request.name)")
                continue
            }
            check(reply, of: request)
        }
        #expect(try await wire.get("/healthz").status == 200, "the server lives")
    }

    private static func check(_ reply: Reply, of request: HostileRequest) {
        let isKnown = request.mayBeUnknown && [501, 505].contains(reply.status)
        #expect(reply.status < 500 || isKnown, "\(request.name): \(reply.status)")
        for (name, value) in HeaderTests.expected where name != "cache-control" {
            #expect(reply.headers[name] == value, "\(request.name): \(name)")
        }
        #expect(reply.headers["cache-control"] == "no-store" || reply.status < 400, "\(request.name)")
        #expect(reply.headers["x-request-id"]?.isEmpty == false, "\(request.name)")
        #expect(reply.headers["x-injected"] == nil, "\(request.name)")
        for secret in secrets { #expect(!reply.body.contains(secret), "\(request.name): \(secret)") }
        #expect(!reply.body.contains("<script") && !reply.body.contains("<img"), "\(request.name)")
        let location = reply.headers["location"] ?? "/"
        #expect(location.hasPrefix("/") && !location.hasPrefix("//"), "\(request.name): \(location)")
        if reply.status >= 400, !request.name.hasPrefix("HEAD") {
            let type = reply.headers["content-type"]
            #expect(
                type == "application/problem+json" || type == "text/html; charset=utf-8",
                "\(request.name): \(type ?? "no type")")
        }
    }

    /// A server over files that hold something, with somebody who came in.
    private static func withHouse(
        _ body: @Sendable @escaping (Wire, Guest, RouteSample) async throws -> Void
    ) async throws {
        var sample = try await RouteSample()
        sample.house.files.work = [.sample("LIA-2016-0042")]
        let guest = try await sample.house.guest(roles: ["DG", "INT"])
        try await withServer(sample.status, house: sample.house) { [sample] wire in
            try await body(wire, guest, sample)
        }
    }

    @Test("The corpus has at least five hundred")
    func size() {
        let count =
            HostileRequest.addresses(cookie: "").count + HostileRequest.headers.count
            + HostileRequest.cookies.count + HostileRequest.framing.count
            + HostileRequest.forms(cookie: "", key: "").count
        #expect(count >= 500, "\(count)")
    }

    @Test("Addresses and queries")
    func addresses() async throws {
        try await Self.withHouse { wire, guest, _ in
            try await Self.ask(HostileRequest.addresses(cookie: guest.cookie), on: wire)
        }
    }

    @Test("Header fields and cookies")
    func headers() async throws {
        try await Self.withHouse { wire, _, _ in
            try await Self.ask(HostileRequest.headers + HostileRequest.cookies, on: wire)
        }
    }

    @Test("Forms with everything in every field")
    func forms() async throws {
        try await Self.withHouse { wire, guest, _ in
            try await Self.ask(
                HostileRequest.forms(cookie: guest.cookie, key: guest.formKey), on: wire)
            #expect(try await wire.page("/account", of: guest).status == 200, "the session lives")
        }
    }

    @Test("Bodies and frames that two readers would read differently")
    func framing() async throws {
        try await Self.withHouse { wire, _, _ in
            try await Self.ask(HostileRequest.framing, on: Wire(port: wire.port, patience: 3))
        }
    }

    @Test("Random bytes in every place")
    func random() async throws {
        let seed = UInt64.random(in: .min ... .max)
        print("hostile requests: seed \(seed)")
        try await Self.withHouse { wire, guest, _ in
            var dice = Dice(seed: seed)
            let requests = (0..<150).map { HostileRequest.random(&dice, number: $0, cookie: guest.cookie) }
            try await Self.ask(requests, on: Wire(port: wire.port, patience: 3))
        }
    }
}
