package import Agreements
package import Definitions

/// A workflow file on disk, read without a database.
package enum WorkflowFile {
    /// Reads and checks a file; findings name files as `path` does.
    ///
    /// - Throws: ``UnsoundFiles``, also for a file that cannot be read: then at its line 1.
    package static func load(_ path: String, zone: Zone = .paris) throws(UnsoundFiles) -> Workflow {
        do { return try WorkflowPublisher.load(path, zone: zone).workflow } catch let invalid
            as InvalidDefinition
        {
            throw UnsoundFiles(invalid.findings.map { $0.below(folder(of: path)) })
        } catch {
            throw UnsoundFiles([.unreadable(path)])
        }
    }

    /// Puts a file through the proof gate; findings name files as `path` does.
    ///
    /// A file that cannot be read is a finding at its line 1.
    package static func prove(_ path: String, zone: Zone = .paris) -> Proof {
        named(path, try? WorkflowPublisher.prove(path, zone: zone))
    }

    /// The same, once for a content: another gets the proof that is kept.
    ///
    /// - Throws: ``WebUnavailable`` while too many others wait.
    static func proof(of path: String, zone: Zone) async throws -> Proof {
        guard let files = try? DefinitionFiles(path: path) else { return named(path, nil) }
        return named(path, try await WorkflowPublisher.proof(of: files, zone: zone))
    }

    private static func named(_ path: String, _ proof: Proof?) -> Proof {
        guard var proof else {
            return Proof(
                workflow: nil, findings: [.unreadable(path)], warnings: [], properties: [], situations: [:])
        }
        let folder = Self.folder(of: path)
        proof.findings = proof.findings.map { $0.below(folder) }
        proof.warnings = proof.warnings.map { $0.below(folder) }
        return proof
    }

    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }
}

extension Finding {
    fileprivate static func unreadable(_ path: String) -> Finding {
        Finding(
            .unreadable, at: Place(file: path, line: 1, column: 1),
            .init(
                fr: "le fichier ne peut pas être lu : vérifiez son nom et ses droits d’accès",
                en: "the file cannot be read: check its name and permissions"))
    }

    fileprivate func below(_ folder: String) -> Finding {
        var finding = self
        finding.place.file = folder + finding.place.file
        return finding
    }
}
