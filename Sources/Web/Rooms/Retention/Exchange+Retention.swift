import Agreements
import Engine
import FoundationEssentials
import HTTPTypes
import Hummingbird

extension Exchange {
    /// What has been kept long enough: the archivist consents, then it is eliminated.
    ///
    /// - Parameter problem: what is wrong with the reason of the visa that was sent.
    func retentionPage(
        _ told: [LocalizedText] = [], problem: LocalizedText? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let after = try afterFile()
        var view = RetentionView(lines: [], next: nil)
        var messages = told
        do {
            view = try await ports.retention.retention(after: after, try known())
        } catch let refusal as Refusal {
            messages.append(refusal.text)
        }
        let filters = filters(of: view)
        let lines = try narrowed(view).enumerated().map { line($1, number: $0, problem) }
        let problems = lines.filter { $0["reasonProblem"] != nil }
        // The line may have gone meanwhile.
        if problems.isEmpty, let problem { messages.append(problem) }
        var values: [String: Any] = [
            "filters": filters.map { $0.values(query, in: language) }, "hasFilters": true,
            "action": Self.retention, "first": address(Fields()), "sheet": address(Fields(), ".csv"),
            "isNarrowed": filters.contains { query[$0.name] != nil },
            "lines": lines, "hasLines": !lines.isEmpty, "problems": problems,
            "hasProblems": !problems.isEmpty,
            "request": visit.id, "isOffice": Access.watch.admits(visitor),
            "mayRun": Access.elimination.admits(visitor), "mayApprove": Access.archive.admits(visitor),
            "isLater": query["after"] != nil, "hasTold": !messages.isEmpty,
            "told": messages.map { $0[language] },
        ]
        if query["done"] != nil { values["done"] = true }
        if let next = view.next { values["next"] = address(Fields([("after", next.description)])) }
        return try page("retention", values, title: text("retention.title"), status: status)
    }

    /// The same for a spreadsheet, as far as the filters let it through: of so many files as one request looks at.
    ///
    /// Where others follow, the last line and the field `Link` say where they are.
    func retentionSheet() async throws -> Response {
        let head = [
            "column.file", "retention.rule", "retention.since", "retention.count", "retention.fate",
            "column.status",
        ]
        var (rows, after) = ([head.map { text($0) }], try afterFile())
        do {
            for _ in 0..<RetentionView.sheetPagesMax {
                let view = try await ports.retention.retention(after: after, try known())
                rows += try narrowed(view).map { row($0) }
                after = view.next
                guard after != nil else { break }
            }
        } catch is Refusal {
            // Without rules nothing is due.
            after = nil
        }
        guard let after else { return sheet(rows, named: "retention") }
        let next = address(Fields([("after", after.description)]), ".csv")
        rows.append([text("retention.sheetNext"), next] + head.dropFirst(2).map { _ in "" })
        var response = sheet(rows, named: "retention")
        response.headers[.linkField] = "<\(next)>; rel=\"next\""
        return response
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
            if let field = refusal.field, field.name == "reason" {
                return try await retentionPage(problem: field.problem, status: .unprocessableContent)
            }
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

    private static let retention = "/ops/retention"

    private func filters(of view: RetentionView) -> [ListFilter] {
        let states = RetentionView.State.allCases.map {
            FormChoice($0.rawValue, Catalogue.text("retention.\($0.rawValue)"))
        }
        return [ListFilter("rule", view.rules), ListFilter("status", states)]
    }

    /// The lines that the filters of the address let through.
    private func narrowed(_ view: RetentionView) throws(Problem) -> [RetentionView.Line] {
        let asked = try listQuery(filters(of: view))
        return view.lines.filter { line in
            (asked["rule"] ?? line.rule) == line.rule
                && (asked["status"] ?? line.state.rawValue) == line.state.rawValue
        }
    }

    /// An address of this room with the same filters.
    private func address(_ more: Fields, _ suffix: String = "") -> String {
        let fields = more.with("rule", query["rule"]).with("status", query["status"]).encoded
        return "\(Self.retention)\(suffix)" + (fields.isEmpty ? "" : "?\(fields)")
    }

    private func row(_ line: RetentionView.Line) -> [String] {
        [
            line.name[language], line.title[language], line.since.description, "\(line.count)",
            line.fate[language], text("retention.\(line.state.rawValue)"),
        ]
    }

    private func line(
        _ line: RetentionView.Line, number: Int, _ problem: LocalizedText?
    ) -> [String: Any] {
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
            if let problem, line.state == .awaited, form["file"] == file.description,
                form["rule"] == line.rule
            {
                values["reasonProblem"] = problem[language]
                values["typed"] = form["reason"] ?? ""
            }
        }
        return values
    }
}
