import Agreements
import Crypto

/// Reads the main file and what it includes.
struct DocumentReader {
    let log: FindingLog
    static let includesMax = 16

    /// Reads all files and their identity.
    ///
    /// That identity is SHA-256 over the bytes of the main file, then, for each included file in the
    /// order of the list, a NUL, its path, a NUL and its bytes. No file holds a NUL, so nothing can be moved
    /// about.
    func read(_ sources: WorkflowSources) -> Documents {
        var documents = Documents()
        var hash = SHA256()
        hash.update(data: sources.bytes)
        documents.main = node(sources.bytes, sources.name, &documents)
        for (path, place) in includes(of: documents.main) {
            guard let bytes = sources.include(path) else {
                log.report(
                    .unreadable, at: place,
                    .init(
                        fr: "il n’y a pas de fichier \(path.quotedInFrench)",
                        en: "there is no file \(path.quoted)"))
                documents.lacksFile = true
                continue
            }
            hash.update(data: [0] + Array(path.utf8) + [0])
            hash.update(data: bytes)
            guard let node = node(bytes, path, &documents) else {
                documents.lacksFile = true
                continue
            }
            documents.includes.append(node)
        }
        documents.sha256 = hash.finalize().map { hexadecimal($0) }.joined()
        return documents
    }

    private func node(_ bytes: [UInt8], _ file: String, _ documents: inout Documents) -> YAMLNode? {
        do throws(InvalidDefinition) {
            let node = try YAMLReader.read(bytes, file: file)
            documents.texts[file] = YAMLText(file: file, bytes: bytes)
            return node
        } catch {
            log.report(error.findings)
            return nil
        }
    }

    private func includes(of main: YAMLNode?) -> [(path: String, place: Place)] {
        guard case .mapping(let entries)? = main?.content,
            let list = entries.first(where: { $0.key == "include" })?.value
        else { return [] }
        let read = NodeReader(log: log)
        let items = read.list(list, .init(fr: "une liste de fichiers", en: "a list of files"))
        if items.count > Self.includesMax {
            log.report(
                .badInclude, at: list.place,
                .init(
                    fr: "au plus \(Self.includesMax) fichiers sont inclus",
                    en: "at most \(Self.includesMax) files are included"))
        }
        var seen: Set<String> = []
        return items.prefix(Self.includesMax).compactMap { item in
            guard let path = read.text(item) else { return nil }
            if !WorkflowSources.isBelow(path) {
                log.report(
                    .badInclude, at: item.place,
                    .init(
                        fr: "\(path.quotedInFrench) n’est pas un fichier sous ce dossier",
                        en: "\(path.quoted) is not a file below this folder"))
            } else if !seen.insert(path).inserted {
                log.report(
                    .badInclude, at: item.place,
                    .init(
                        fr: "\(path.quotedInFrench) est inclus deux fois",
                        en: "\(path.quoted) is included twice"))
            } else {
                return (path, item.place)
            }
            return nil
        }
    }

    private func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
    }
}
