import Foundation

/// A checkout whose folder has a space in its name, with a toolchain and a package list made for the test.
struct StartCheckout {
    let root: URL
    private var programs: URL { root.appending(path: "programs") }

    /// `swift` writes down that it was called, waits for a line in `go`, and builds a program that tells its arguments.
    init() throws {
        root = FileManager.default.temporaryDirectory.appending(path: "entente start \(UUID().uuidString)")
        for folder in ["Sources", "SQL", "programs"] {
            try FileManager.default.createDirectory(
                at: root.appending(path: folder), withIntermediateDirectories: true)
        }
        try Data().write(to: root.appending(path: "Package.swift"))
        try FileManager.default.copyItem(at: Self.deploy, to: root.appending(path: "deploy"))
        try program(
            "swift",
            """
            echo called >>swift.calls
            [[ ! -p go ]] || read -r <go
            [[ ! -e broken ]] || exit 1
            mkdir -p .build/release
            printf '%s\\n' '#!/bin/bash' 'echo "started with: $*"' >.build/release/entente
            chmod +x .build/release/entente
            """)
        try packages(missing: [])
        // Written once: a script that another thread's child still holds open for writing cannot be run.
        try program(
            "dpkg-query",
            """
            missing=$(<"$(dirname -- "$0")/missing")
            for name in "${@:3}"; do
                case "$missing" in *" $name "*) ;; *) echo "$name installed" ;; esac
            done
            """)
    }

    private static let deploy = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "deploy")

    /// From now on dpkg knows every package but these.
    func packages(missing: Set<String>) throws {
        let list = " \(missing.sorted().joined(separator: " ")) "
        try Data(list.utf8).write(to: programs.appending(path: "missing"))
    }

    private func program(_ name: String, _ body: String) throws {
        let file = programs.appending(path: name)
        try Data("#!/bin/bash\n\(body)\n".utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    }

    /// Makes the next build wait until ``letBuild()``.
    func holdBuild() { _ = mkfifo(root.appending(path: "go").path, 0o600) }

    /// Lets the build that waits go on.
    func letBuild() async throws { _ = try await shell("echo go >go") }

    /// Runs the script; `outcome` is the name of a file of the checkout that its messages go to.
    func start(_ arguments: String = "", saying outcome: String = "said") async throws -> CommandLineRun {
        try await shell("deploy/start \(arguments) 2>'\(outcome)'")
    }

    /// Runs the script as a user without rights, who is asked for by `setpriv` when the tests run as root.
    func startUnprivileged() async throws -> CommandLineRun {
        let line = "setpriv --reuid=65534 --regid=65534 --clear-groups deploy/start"
        return try await shell(geteuid() == 0 ? line : "deploy/start")
    }

    private func shell(_ line: String) async throws -> CommandLineRun {
        try await CommandLineRun.run(
            "/bin/bash", ["-c", line], environment: ["PATH": "\(programs.path):/usr/bin:/bin"], in: root)
    }

    /// What a file of the checkout says; nothing when there is none.
    func text(_ name: String) -> String {
        (try? String(contentsOf: root.appending(path: name), encoding: .utf8)) ?? ""
    }

    /// How often the toolchain was called.
    var builds: Int { text("swift.calls").split(separator: "\n").count }

    func remove() { try? FileManager.default.removeItem(at: root) }
}
