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
        let chosen = query["with"] ?? counterpart(of: newer, among: others)
        let offered = others.filter {
            $0.id == chosen || isComparable($0) && isComparable(newer.document)
        }
        var values: [String: Any] = [
            "file": path, "reference": shelf.reference ?? text("file.draft"),
            "newer": name(of: newer.document),
            "older": text("difference.with"), "hasOthers": !offered.isEmpty,
            "others": offered.map {
                ["value": $0.id, "label": name(of: $0), "isChosen": $0.id == chosen] as [String: Any]
            },
        ]
        if let chosen {
            let older = try await documentFile(chosen)
            values["older"] = name(of: older.document)
            let difference = try await difference(from: older, to: newer)
            values.merge(difference) { $1 }
        } else {
            values["message"] = text("difference.none")
        }
        return try page("difference", values, title: text("difference.title"))
    }

    /// Where none is named, the version before, or the last one before it whose text can be read.
    private func counterpart(of newer: DocumentFile, among others: [FileView.Document]) -> String? {
        let readable = others.filter { isComparable($0) && $0.version < newer.document.version }
        let one =
            readable.first { $0.id == newer.earlier } ?? readable.first
            ?? others.first { $0.id == newer.earlier } ?? others.first
        return one?.id
    }

    private func name(of document: FileView.Document) -> String {
        let tongue = document.language.map { " (\($0.uppercased()))" } ?? ""
        return "\(document.kind[language]) v\(document.version)\(tongue)"
    }

    /// Documents at their bounds take a while: no other page waits for them.
    private static let bench = Workbench("difference")

    private func difference(from older: DocumentFile, to newer: DocumentFile) async throws -> [String: Any] {
        let (before, after, reader) = (older.bytes, newer.bytes, ports.pdfText)
        let isPlain = older.document.format == .text && newer.document.format == .text
        switch try await Self.bench.run({
            DocumentComparison(from: before, to: after, readingPDF: reader)
        }) {
        case .impossible(let flaw): return ["message": text("difference.\(flaw.rawValue)")]
        case .same: return ["message": text("difference.same"), "isTextOnly": !isPlain]
        case .different(let difference):
            return [
                "hasLines": true, "lines": difference.lines.map(values(of:)), "isTextOnly": !isPlain,
                "inserted": times.number(difference.inserted), "removed": times.number(difference.removed),
            ]
        }
    }

    /// Whether it is there, and nothing says beforehand that its text cannot be read.
    func isComparable(_ document: FileView.Document) -> Bool {
        document.isKept && document.format?.hasText(readingPDF: ports.pdfText != nil) ?? true
    }

    private func values(of line: LineDifference.Line) -> [String: Any] {
        switch line {
        case .kept(let text): ["kind": "kept", "isKept": true, "line": text]
        case .removed(let text): ["kind": "gone", "isGone": true, "line": text]
        case .inserted(let text): ["kind": "new", "isNew": true, "line": text]
        case .skipped(let count):
            [
                "kind": "skip", "isSkip": true, "count": times.number(count),
                "unit": text(language.isSingular(count) ? "difference.line" : "difference.lines"),
            ]
        }
    }
}

extension FileView.Document {
    /// What its name announces; uploads were held to it.
    var format: FileFormat? { fileName.flatMap(FileFormat.announced) }
}
