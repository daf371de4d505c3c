import Glibc

/// A program with its arguments, started without a shell, in the folder `/`, with a small fixed environment.
///
/// Under root it may run as another user: `setpriv` then drops every privilege before the program starts.
struct Invocation: Sendable {
    let program: String
    let arguments: [String]
    var user: OSUser?

    /// What the program said on both its outputs, and how it ended (a signal counts as 128 + its number).
    struct Output: Sendable, Equatable {
        let status: Int32
        let text: String
    }

    private static let environment = [
        "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8", "HOME=/",
        "TZ=UTC",
    ]
    private static let outputMax = 65_536
    private static let inputMax = 32_768

    /// Runs the program to its end.
    ///
    /// The thread waits; after `limit` the program is killed and the call throws.
    func run(input: String = "", limit: Duration = .seconds(60)) throws(ClusterFault) -> Output {
        let output = try Pipe(for: program)
        let feed = try Pipe(for: program)
        precondition(
            input.utf8.count <= Self.inputMax, "Input must fit the pipe: nobody reads it before the start.")
        feed.write(input)
        let pid = try spawn(standardInput: feed.reading, standardOutput: output.writing)
        feed.close()
        output.closeWriting()
        let deadline = ContinuousClock.now + limit
        let text = output.readAll(until: deadline, max: Self.outputMax)
        output.close()
        return Output(status: try reap(pid, until: deadline, limit: limit), text: text)
    }

    /// Starts the program in a session of its own, so that a Ctrl-C of the terminal does not reach it, and
    /// returns its process number; both outputs go to the file `log`, which is emptied first.
    func start(log: String) throws(ClusterFault) -> pid_t {
        let file = open(log, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw .fileSystem("write", log, errno) }
        let null = open("/dev/null", O_RDONLY | O_CLOEXEC)
        defer {
            close(file)
            close(null)
        }
        return try spawn(standardInput: null, standardOutput: file)
    }

    private var words: [String] {
        let inRoot = ["/usr/bin/env", "--chdir=/", "--"]
        guard let user, geteuid() == OSUser.rootID, user.uid != OSUser.rootID else {
            return inRoot + [program] + arguments
        }
        return inRoot + [
            "/usr/bin/setpriv", "--reuid=\(user.uid)", "--regid=\(user.gid)", "--init-groups",
            "--inh-caps=-all",
            "--no-new-privs", "--", program,
        ] + arguments
    }

    private func spawn(standardInput: Int32, standardOutput: Int32) throws(ClusterFault) -> pid_t {
        var pid: pid_t = 0
        let words = self.words
        let failure = SpawnAttributes.with(input: standardInput, output: standardOutput) {
            actions, attributes in
            CStrings.with(words) { argv in
                CStrings.with(Self.environment) { envp in
                    posix_spawn(&pid, words[0], actions, attributes, argv, envp)
                }
            }
        }
        guard failure == 0 else {
            throw ClusterFault(
                code: .commandFailed, what: "cannot run \(words[0]): \(SystemError.text(failure))",
                place: program,
                advice: "Install the packages of deploy/start again.")
        }
        return pid
    }

    private func reap(
        _ pid: pid_t, until deadline: ContinuousClock.Instant, limit: Duration
    ) throws(ClusterFault) -> Int32 {
        while true {
            if let status = Child.status(of: pid) { return status }
            guard ContinuousClock.now < deadline else { break }
            usleep(5_000)
        }
        kill(pid, SIGKILL)
        Child.wait(for: pid)
        throw ClusterFault(
            code: .commandFailed, what: "\(program) did not end within \(limit)", place: program,
            advice: "Look at the load of the machine, then try again.")
    }
}
