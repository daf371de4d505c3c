package import Storage

/// Loads reference data into an installation's database.
package struct ReferenceLoader: Sendable {
    private let installation: Installation
    private let share: String

    /// - Parameter share: where the package `iso-codes` is installed.
    package init(_ installation: Installation, share: String = "/usr/share") {
        self.installation = installation
        self.share = share
    }

    /// Loads what the files say, unless the last loading read the same bytes.
    ///
    /// Reading and hashing the files takes some milliseconds; only a changed one is read further.
    /// - Returns: what was done; nil when nothing was to do.
    /// - Throws: ``ReferenceFault``; what the store throws. Nothing is changed then.
    @discardableResult
    package func load() async throws -> ReferenceStore.Loaded? {
        let files = try ReferenceFiles(
            tables: "\(installation.settings.workflowsFolder)/reference", share: share)
        guard try await store.lastHash() != files.sha256 else { return nil }
        let source = try ReferenceSource(files)
        return try await store.load(source.rows, sha256: source.sha256)
    }

    /// Loads; where the package or a table is missing, `say` is told what to install, and that is all.
    ///
    /// Country codes are then checked against what was loaded before, or by their form only.
    package func loadIfPossible(say: (String) -> Void) async throws {
        do {
            if let loaded = try await load() { say("Reference data: \(loaded.opened) rows.") }
        } catch let fault as ReferenceFault {
            switch fault {
            case .noCountries, .noTable: say("\(fault)")
            case .unreadable, .badTable: throw fault
            }
        }
    }

    private var store: ReferenceStore { installation.reference }
}
