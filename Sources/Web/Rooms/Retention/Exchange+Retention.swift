import Agreements
import Engine
import FoundationEssentials
import HTTPTypes
import Hummingbird

extension Exchange {
    /// What has been kept long enough: the archivist consents, then it is eliminated.
    func retentionPage(_ told: [LocalizedText] = [], status: HTTPResponse.Status = .ok) async throws
        -> Response
    {
        let after = try afterFile()
        var view = RetentionView(lines: [], next: nil)
        var messages = told
        do {
            view = try await ports.retention.retention(after: after, try known())
        } catch let refusal as Refusal {
            messages.append(refusal.text)
        }
        var values: [String: Any] = [
            "lines": view.lines.enumerated().map { line($1, number: $0) }, "hasLines": !view.lines.isEmpty,
            "request": visit.id, "isOffice": Access.watch.admits(visitor),
            "mayRun": Access.elimination.admits(visitor), "mayApprove": Access.archive.admits(visitor),
            "isLater": query["after"] != nil, "hasTold": !messages.isEmpty,
            "told": messages.map { $0[language] },
        ]
        if query["done"] != nil { values["done"] = true }
        if let next = view.next { values["next"] = "/ops/retention?after=\(next)" }
        return try page("retention", values, title: text("retention.title"), status: status)
    }

    /// The archivist's visa for one line.
    func approveElimination() async throws -> Response {
        do {
            try await ports.retention.approve(
                VisaRequest(
                    file: form["file"] ?? "", rule: form["rule"] ?? "", reason: form["reason"] ?? "",
                    requestID: try requestID()), try known())
            return redirect(to: "/ops/retention?done=1")
        } catch let refusal as Refusal {
            return try await retentionPage([refusal.text], status: .unprocessableContent)
        }
    }

    /// Eliminates what may go; what a hold or a rule stops is told, and the rest is gone.
    func eliminate() async throws -> Response {
        do {
            let stopped = try await ports.retention.eliminate(requestID: try requestID(), try known())
            guard !stopped.isEmpty else { return redirect(to: "/ops/retention?done=1") }
            return try await retentionPage(stopped)
        } catch let refusal as Refusal {
            return try await retentionPage([refusal.text], status: .unprocessableContent)
        }
    }

    private func requestID() throws(Problem) -> String {
        guard let id = form["request"], id.utf8.count <= 64 else { throw Problem(.badRequest) }
        return "page/\(id)"
    }

    private func afterFile() throws(Problem) -> Agreement.ID? {
        guard let text = query["after"] else { return nil }
        guard let id = Agreement.ID(text) else { throw Problem(.badRequest) }
        return id
    }

    private func line(_ line: RetentionView.Line, number: Int) -> [String: Any] {
        var values: [String: Any] = [
            "rule": line.title[language], "code": line.rule, "name": line.name[language],
            "since": ["machine": line.since.description, "said": times.date(line.since)],
            "count": times.number(line.count), "fate": line.fate[language],
            "state": text("retention.\(line.state.rawValue)"), "isHeld": line.state == .held,
            "isAwaited": line.state == .awaited, "number": "\(number)",
        ]
        if let file = line.file {
            values["file"] = file.description
            values["path"] = "/files/\(file)"
        }
        return values
    }
}
