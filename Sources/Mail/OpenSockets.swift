import Glibc

/// The sockets that one libcurl handle has open; touched only by that handle's thread.
final class OpenSockets {
    private var sockets: Set<Int32> = []

    func opened(_ socket: Int32) { sockets.insert(socket) }

    /// Closes a socket for libcurl.
    func close(_ socket: Int32) -> Int32 {
        sockets.remove(socket)
        return Glibc.close(socket)
    }

    /// Ends the conversation at once.
    ///
    /// Without this libcurl, told to stop, would still send QUIT and wait for a silent server to answer it.
    func shutDown() {
        for socket in sockets { shutdown(socket, Int32(SHUT_RDWR)) }
    }
}
