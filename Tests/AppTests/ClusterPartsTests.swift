import Foundation
import Testing

@testable import App

@Suite("The parts of the private cluster")
struct ClusterPartsTests {
    @Test("A command gets its arguments as they are: no shell reads them")
    func arguments() throws {
        let output = try Invocation(program: "/bin/echo", arguments: ["$HOME; `id`", "*", "a b"]).run()
        #expect(output == .init(status: 0, text: "$HOME; `id` * a b\n"))
    }

    @Test("A command reads its input, and its exit status comes back")
    func inputAndStatus() throws {
        #expect(try Invocation(program: "/bin/cat", arguments: []).run(input: "x\n").text == "x\n")
        #expect(try Invocation(program: "/bin/false", arguments: []).run().status == 1)
        #expect(try Invocation(program: "/nonexistent", arguments: []).run().status == 127)
    }

    @Test("A command that takes too long is ended, and the fault names it")
    func timeLimit() {
        let fault = #expect(throws: ClusterFault.self) {
            try Invocation(program: "/bin/sleep", arguments: ["60"]).run(limit: .milliseconds(50))
        }
        #expect(fault?.code == .commandFailed && fault?.place == "/bin/sleep")
    }

    @Test("A child starts with no signal blocked or ignored, and with no open file of ours")
    func cleanStart() throws {
        let open = try Invocation(program: "/bin/ls", arguments: ["/proc/self/fd"]).run().text
        #expect(open == "0\n1\n2\n3\n", "3 is the folder that ls reads.")
        let status = try Invocation(
            program: "/bin/grep", arguments: ["-E", "SigBlk|SigIgn", "/proc/self/status"]
        ).run().text
        let masks = status.split(whereSeparator: \.isWhitespace).compactMap { UInt64($0, radix: 16) }
        let ownOfGlibc: UInt64 = 0b11 << 31  // Signals 32 and 33, which glibc keeps from programs.
        #expect(masks.map { $0 & ~ownOfGlibc } == [0, 0])
    }

    @Test("One server a folder: the second learns number and address of the first")
    func serveLock() throws {
        try ClusterFolder.with { folder in
            let first = try ServeLock.take(folder: folder.path)
            first.announce(address: "http://127.0.0.1:8080")
            let fault = #expect(throws: ClusterFault.self) { try ServeLock.take(folder: folder.path) }
            #expect(fault?.code == .alreadyServing)
            #expect(fault?.what == "Entente already runs here: process \(getpid()) at http://127.0.0.1:8080")
            first.release()
            try ServeLock.take(folder: folder.path).release()
        }
    }

    @Test(
        "Links of other commands lead to the server that runs over the folder, unless an address is set",
        arguments: [
            ("http://127.0.0.1:8392/", "http://127.0.0.1:8392"),
            ("http://0.0.0.0:8392/", "http://127.0.0.1:8392"),
            ("http://[::]:8392/", "http://127.0.0.1:8392"), ("http://10.0.0.7:81/", "http://10.0.0.7:81"),
        ])
    func links(announced: String, expected: String) throws {
        try ClusterFolder.with { folder in
            func base(_ more: [String: String] = [:], isServer: Bool = false) throws -> String {
                try Settings.load(
                    environment: ["ENTENTE_HOME": folder.path].merging(more) { $1 },
                    workingFolder: folder.path, isServer: isServer
                ).institution.baseURL
            }
            let standard = "http://127.0.0.1:8080"
            #expect(try base() == standard)
            let server = try ServeLock.take(folder: folder.path)
            #expect(try base() == standard, "Still starting.")
            server.announce(address: announced)
            #expect(try base() == expected)
            #expect(try base(["ENTENTE_HTTP_PORT": "9000"]) == expected)
            #expect(try base(["ENTENTE_BASE_URL": "https://entente.example"]) == "https://entente.example")
            #expect(try base(isServer: true) == standard)
            server.release()
            #expect(try base() == standard)
            try "1\n\(announced)\n".write(
                toFile: "\(folder.path)/serve.lock", atomically: false, encoding: .utf8)
            #expect(try base() == standard, "What a server that was killed left behind.")
        }
    }

    @Test(
        "A value of a connection string is quoted when it must be",
        arguments: [
            ("/run/entente", "/run/entente"), ("a b", "'a b'"), ("it's", "'it\\'s'"), ("a\\b", "'a\\\\b'"),
            ("", "''"),
        ])
    func quoting(value: String, quoted: String) {
        #expect(ConnectionWord.quoted(value) == quoted)
    }

    @Test("A path's short name is stable, and other for another path")
    func names() {
        #expect(PathName.of("") == "cbf29ce484222325")
        #expect(PathName.of("/a") != PathName.of("/b") && PathName.of("/a").count == 16)
    }

    @Test("A socket folder of 93 bytes fits, one of 94 does not")
    func socketLength() {
        #expect(SocketFolder.fits(String(repeating: "x", count: 92)))
        #expect(SocketFolder.fits(String(repeating: "x", count: 93)))
        #expect(!SocketFolder.fits(String(repeating: "x", count: 94)))
    }

    @Test("Data of a version that is not installed say which is missing")
    func version() {
        let fault = #expect(throws: ClusterFault.self) { try PostgresBinaries.find(version: 9, path: "") }
        #expect(fault?.code == .wrongVersion && fault?.advice.contains("postgresql-9") == true)
    }
}
