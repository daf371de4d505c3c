import Agreements
import Hummingbird
import Uploads

extension Exchange {
    /// Leads to what changed since the text that was approved last; to the documents where there is nothing to compare.
    func changes() async throws -> Response {
        let file = try capture("file")
        let path = "/files/\(PercentCoding.encoded(file))/documents"
        guard let change = try await ports.proposals.change(of: file, try known()) else {
            guard try await ports.proposals.documents(of: file, try known()) != nil else {
                throw Problem(.notFound)
            }
            return redirect(to: path)
        }
        let older = PercentCoding.encoded(change.older)
        return redirect(to: "\(path)/\(PercentCoding.encoded(change.newer))/difference?with=\(older)")
    }

    /// What changed from another version of a document to this one, line by line.
    func differencePage() async throws -> Response {
        let newer = try await documentFile(try capture("document"))
        let shelf = try await shelf()
        let others = shelf.documents.filter {
            $0.isKept && $0.kind == newer.document.kind && $0.id != newer.document.id
        }
        let path = "/files/\(PercentCoding.encoded(shelf.file))"
        let chosen = query["with"] ?? newer.earlier ?? others.first?.id
        var values: [String: Any] = [
            "file": path, "reference": shelf.reference ?? text("file.draft"),
            "newer": name(of: newer.document),
            "older": text("difference.with"), "hasOthers": !others.isEmpty,
            "others": others.map {
                ["value": $0.id, "label": name(of: $0), "isChosen": $0.id == chosen] as [String: Any]
            },
        ]
        if let chosen {
            let older = try await documentFile(chosen)
            values["older"] = name(of: older.document)
            values.merge(difference(from: older, to: newer)) { $1 }
        } else {
            values["message"] = text("difference.none")
        }
        return try page("difference", values, title: text("difference.title"))
    }

    private func name(of document: FileView.Document) -> String {
        let tongue = document.language.map { " (\($0.uppercased()))" } ?? ""
        return "\(document.kind[language]) v\(document.version)\(tongue)"
    }

    private func difference(from older: DocumentFile, to newer: DocumentFile) -> [String: Any] {
        guard let before = plainText(older), let after = plainText(newer) else {
            return ["message": text("difference.notText")]
        }
        guard let difference = LineDifference(from: before, to: after) else {
            return ["message": text("difference.tooLong")]
        }
        guard difference.inserted + difference.removed > 0 else {
            return ["message": text("difference.same")]
        }
        return [
            "hasLines": true, "lines": difference.lines.map(values(of:)),
            "inserted": times.number(difference.inserted), "removed": times.number(difference.removed),
        ]
    }

    private func plainText(_ file: DocumentFile) -> String? {
        guard FileFormat.format(of: file.bytes) == .text else { return nil }
        return String(decoding: file.bytes, as: UTF8.self)
    }

    private func values(of line: LineDifference.Line) -> [String: Any] {
        switch line {
        case .kept(let text): ["kind": "kept", "isKept": true, "line": text]
        case .removed(let text): ["kind": "gone", "isGone": true, "line": text]
        case .inserted(let text): ["kind": "new", "isNew": true, "line": text]
        case .skipped(let count): ["kind": "skip", "isSkip": true, "count": times.number(count)]
        }
    }
}
