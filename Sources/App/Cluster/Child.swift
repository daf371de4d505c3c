import Glibc

/// How a child process of this one ended.
enum Child {
    /// The exit status of an ended child (128 + the number of a signal); nil while it runs.
    ///
    /// Reaps it.
    static func status(of pid: pid_t) -> Int32? {
        var status: Int32 = 0
        let ended = waitpid(pid, &status, WNOHANG)
        if ended == 0 { return nil }
        guard ended == pid else { return 255 }
        let signal = status & 0x7f
        return signal == 0 ? (status >> 8) & 0xff : 128 + signal
    }

    static func wait(for pid: pid_t) {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) == -1 && errno == EINTR {}
    }
}
