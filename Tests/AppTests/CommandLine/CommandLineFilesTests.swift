import Agreements
import Foundation
import TestSupport
import Testing

@Suite("The command line, on bad files", .besideThePool)
struct CommandLineFilesTests {
    private static let head = "workflow: x\nversion: \"1\"\n"

    /// What is wrong, the file, and what the message holds.
    private static let workflows: [(String, [UInt8], String)] = [
        ("an anchor", Array("workflow: &a x\nversion: \"1\"\n".utf8), ":1:"),
        ("an alias", Array("workflow: x\nversion: *a\n".utf8), ":2:"),
        ("a key twice", Array("workflow: x\nworkflow: y\n".utf8), ":2:"),
        ("a depth bomb", Array((head + "a: " + String(repeating: "[", count: 10_000)).utf8), ":3:"),
        ("bytes that are not UTF-8", Array("workflow: x\ntitle: ".utf8) + [0xE9, 0x0A], ":2:"),
        ("NUL", Array("workflow: x\ntitle: a".utf8) + [0, 0x0A], ":2:"), ("nothing", [], ":1:1:"),
    ]

    @Test("A bad workflow file is refused at its place, and nothing is published")
    func workflowFiles() async throws {
        let site = try await CommandLineSite.founded()
        let before = try await site.events()
        for (name, bytes, place) in Self.workflows {
            let path = site.folder.appending(path: "bad.yaml").path
            try Data(bytes).write(to: URL(filePath: path))
            for command in ["check", "publish"] {
                let run = try await site.run(["workflow", command, path])
                #expect(run.status == 1, "\(name): \(run.output)\(run.errors)")
                #expect(run.output.contains("\(path)\(place)"), "\(name): \(run.output)")
            }
        }
        #expect(try await site.events() == before)
    }

    /// What is wrong, the sheet, and the code of its first problem.
    private static let sheets: [(String, [UInt8], String)] = [
        ("Latin-1", Array("parties,unit\ninserm snu,".utf8) + [0xE9, 0x0A], "not_utf8"),
        ("UTF-16", [0xFF, 0xFE, 0x70, 0, 0x61, 0], "not_utf8"),
        ("NUL", Array("parties\ninserm snu\0\n".utf8), "control_character"),
        ("an open quote", Array("parties\n\"inserm snu\n".utf8), "open_quote"),
        ("a column twice", Array("parties,parties\na,b\n".utf8), "column_twice"),
        ("an unknown column", Array("parties,units\na,b\n".utf8), "unknown_column"),
        ("a ragged line", Array("parties,unit\ninserm snu\n".utf8), "wrong_shape"), ("nothing", [], "empty"),
    ]

    @Test("A sheet of another shape is refused with line, column and reason, and nothing is stored")
    func sheetFiles() async throws {
        let site = try await CommandLineSite.laboratory()
        let before = try await site.events()
        for (name, bytes, code) in Self.sheets {
            let path = site.folder.appending(path: "bad.csv").path
            try Data(bytes).write(to: URL(filePath: path))
            let arguments = ["agreement", "propose", "--workflow", "lia", "--as", "anne@inserm.example"]
            let run = try await site.run(arguments + ["--csv", path, "--json"])
            #expect(run.status == 1, "\(name): \(run.output)\(run.errors)")
            #expect(run.json["problems"]?.elements?.first?["code"] == .string(code), "\(name): \(run.output)")
            #expect(run.json["applied"] == "no")
        }
        #expect(try await site.events() == before)
    }

    /// What is wrong and the file of fields.
    private static let fields: [(String, [UInt8])] = [
        ("bytes that are not UTF-8", Array("{\"acronym\":\"".utf8) + [0xE9] + Array("\"}".utf8)),
        ("NUL in a value", Array("{\"acronym\":\"a\\u0000b\"}".utf8)),
        ("a bell in a value", Array("{\"acronym\":\"a\\u0007b\"}".utf8)),
        ("no object", Array("[1]".utf8)), ("cut", Array("{\"acronym\":".utf8)), ("nothing", []),
        ("depth", Array(String(repeating: "[", count: 10_000).utf8)),
    ]

    @Test("A bad file of fields is refused in one line, and nothing is stored")
    func fieldFiles() async throws {
        let site = try await CommandLineSite.laboratory()
        let file = try await site.proposal()
        let before = try await site.events()
        for (name, bytes) in Self.fields {
            let path = site.folder.appending(path: "fields.json").path
            try Data(bytes).write(to: URL(filePath: path))
            let run = try await site.run([
                "agreement", "edit", file, "--fields", path, "--as", "anne@inserm.example",
            ])
            #expect([1, 2].contains(run.status), "\(name): \(run.output)\(run.errors)")
            #expect(run.errors.split(separator: "\n").count == 1, "\(name): \(run.errors)")
        }
        #expect(try await site.events() == before)
    }

    @Test("An expired delegation is named as such")
    func delegation() async throws {
        let site = try await CommandLineSite.laboratory()
        let file = try await site.proposal()
        try await site.done([
            "delegation", "grant", "bernard@inserm.example", "kim@inserm.example", "DU", "--ends",
            "2016-03-15",
        ])
        try await site.done(["clock", "advance", "--to", "2016-03-20"])
        let before = try await site.events()
        let run = try await site.run([
            "act", file, "grant_visa", "--as", "kim@inserm.example", "--for", "bernard@inserm.example",
            "--json",
        ])
        #expect(run.status == 1)
        #expect(run.json["code"] == "delegation_expired", "\(run.output)")
        #expect(try await site.events() == before)
    }

    @Test("A wrong password ends with 3 and one line without it")
    func password() async throws {
        var options = TemporaryPostgres.Options()
        options.tcp = true
        let server = try await TemporaryPostgres.start(options)
        let site = try await CommandLineSite.bare()
        let wrong = ["DATABASE_URL": server.tcpString(password: "secret-canary")]
        for arguments in [["person", "list"], ["person", "list", "--json"], ["migrate"]] {
            let run = try await site.run(arguments, wrong)
            #expect(run.status == 3, "\(run.output)\(run.errors)")
            #expect(!(run.output + run.errors).contains("secret-canary"))
            #expect((run.output + run.errors).split(separator: "\n").count == 1, "\(run.output)\(run.errors)")
        }
        let run = try await site.run(["person", "list", "--json"], wrong)
        #expect(run.json["code"] == "authentication")
        #expect(run.json["applied"] == "no")
        try await server.stop()
    }

    /// What runs a program where mounts are its own, and whether this machine allows it.
    private static let unshare =
        ["/usr/bin/unshare", "--mount"] + (geteuid() == 0 ? [] : ["--map-root-user"])
    private static let mayMount: Bool = {
        let process = Foundation.Process()
        process.executableURL = URL(filePath: unshare[0])
        process.arguments = unshare.dropFirst() + ["/bin/true"]
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    @Test(
        "A full outbox moves no clock and loses no mail",
        .enabled(if: mayMount, "only where a process may have mounts of its own"))
    func fullOutbox() async throws {
        let site = try await CommandLineSite.laboratory()
        let file = try await site.proposal()
        let before = try await site.done(["clock", "show"])
        let outbox = site.folder.appending(path: "outbox").path
        let inside = """
            mkdir -p '\(outbox)' && mount -t tmpfs -o size=8k tmpfs '\(outbox)' || exit 77; \
            head -c 8192 /dev/zero > '\(outbox)/full'; \
            '\(CommandLineRun.executable)' clock advance --json --to 2016-06-02
            """
        let run = try await site.shell("\(Self.unshare.joined(separator: " ")) bash -c \"\(inside)\"")
        #expect(run.status == 3 && run.json["code"] == "outbox", "\(run.output)\(run.errors)")
        #expect(run.output.contains("No space left on device"), "\(run.output)")
        let notices = try await site.done(["notice", "list", file]).elements ?? []
        #expect(!notices.isEmpty && notices.allSatisfy { $0["status"] == "owed" })
        #expect(try await site.done(["clock", "show"]) == before)
    }

    @Test("Mails that no server takes wait for their next try, with the reason, and are counted")
    func noServer() async throws {
        let site = try await CommandLineSite.laboratory()
        let file = try await site.proposal()
        let nobody = [
            "ENTENTE_SMTP_HOST": "127.0.0.1", "ENTENTE_SMTP_PORT": "1", "ENTENTE_SMTP_SECURITY": "none",
        ]
        let run = try await site.run(["clock", "advance", "--to", "2016-06-02", "--json"], nobody)
        let waiting = try await site.done(["notice", "list", file])
        let notices = waiting.elements ?? []
        #expect(!notices.isEmpty && run.status == 0)
        #expect(run.json["put_back"]?.number == Int64(notices.count), "\(run.output)")
        #expect(notices.allSatisfy { $0["last_error"]?.text?.isEmpty == false }, "\(waiting.canonical)")
        let jobs = try await site.done(["job", "list", "--state", "ready"])
        #expect(jobs.elements?.count == notices.count)
    }
}
