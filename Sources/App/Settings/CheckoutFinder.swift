import Glibc

/// The checkout that a command works in, wherever inside it was called.
enum CheckoutFinder {
    /// The nearest folder upwards with an `.entente` of this user or of root, else with a `Workflows`, else
    /// `folder`.
    ///
    /// Somebody else's `.entente` above (in a shared folder, say) is passed over: it would choose our
    /// configuration.
    static func root(from folder: String) -> String {
        let folders = Array(sequence(first: folder) { Folders.parent(of: $0) })
        return folders.first { isOwn("\($0)/.entente") } ?? folders.first {
            Folders.isFolder("\($0)/Workflows")
        } ?? folder
    }

    private static func isOwn(_ path: String) -> Bool {
        guard let status = FileStatus.of(path), status.isFolder else { return false }
        return status.owner == geteuid() || status.owner == OSUser.rootID
    }
}
