import Foundation
import TestSupport
import Testing

@Suite("The command that starts everything")
struct StartScriptTests {
    @Test("It builds once, and again only after a source has changed, appeared or gone")
    func builds() async throws {
        try await withCheckout { (checkout) async throws in
            for _ in 0..<2 {
                #expect(try await checkout.start("--port 99").output == "started with: serve --port 99\n")
            }
            #expect(checkout.builds == 1)
            let source = checkout.root.appending(path: "Sources/new.swift")
            try Data().write(to: source)
            _ = try await checkout.start()
            #expect(checkout.builds == 2)
            try FileManager.default.removeItem(at: source)
            _ = try await checkout.start()
            #expect(checkout.builds == 3)
        }
    }

    @Test("Of two at once one builds; the other says that it waits, and builds nothing")
    func twice() async throws {
        try await withCheckout { (checkout) async throws in
            checkout.holdBuild()
            async let first = checkout.start(saying: "first")
            try await Patience.until("the first builds") {
                checkout.text("first").contains("building in release mode")
            }
            async let second = checkout.start(saying: "second")
            try await Patience.until("the second waits") {
                checkout.text("second").contains("another start is building")
            }
            try await checkout.letBuild()
            #expect(try await [first.status, second.status] == [0, 0])
            #expect(checkout.builds == 1)
        }
    }

    @Test("A build that fails starts nothing, and the next start builds again")
    func broken() async throws {
        try await withCheckout { (checkout) async throws in
            try Data().write(to: checkout.root.appending(path: "broken"))
            let failed = try await checkout.start()
            #expect(failed.status != 0 && failed.output.isEmpty)
            try FileManager.default.removeItem(at: checkout.root.appending(path: "broken"))
            #expect(try await checkout.start().output == "started with: serve\n")
            #expect(checkout.builds == 2)
        }
    }

    @Test("Without root a missing package costs one line that says what to run, and exit code 2")
    func packages() async throws {
        try await withCheckout { (checkout) async throws in
            try checkout.packages(missing: ["libpq-dev", "graphviz"])
            let run = try await checkout.startUnprivileged()
            #expect(run.status == 2 && checkout.builds == 0)
            #expect(
                run.errors == """
                    entente: packages are missing. Run: sudo apt-get update && sudo apt-get install --yes \
                    --no-install-recommends libpq-dev graphviz\n
                    """)
        }
    }

    @Test(
        "What it does not know is answered with its usage",
        arguments: [
            "--full", "--port", "--port http", "--port=x", "now", "--port 65536", "--port=99999",
            "--simulated",
        ])
    func usage(arguments: String) async throws {
        try await withCheckout { (checkout) async throws in
            #expect(try await checkout.start(arguments).status == 2)
            #expect(
                checkout.text("said")
                    == "entente: usage: deploy/start [--empty [--simulated]] [--port N], N from 0 to 65535\n")
            #expect(checkout.builds == 0)
        }
    }

    private func withCheckout(_ body: (StartCheckout) async throws -> Void) async throws {
        let checkout = try StartCheckout()
        defer { checkout.remove() }
        try await body(checkout)
    }
}
