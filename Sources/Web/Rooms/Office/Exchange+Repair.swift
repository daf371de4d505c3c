import Agreements
import Engine
import FoundationEssentials
import Hummingbird

extension Exchange {
    /// Keeps what the office notes of a notice; where that was noted already, the notice says so.
    func note(_ note: NoticeSheet.Note) async throws -> Response {
        guard let id = UUID(uuidString: try capture("notice")) else { throw Problem(.notFound) }
        do {
            try await ports.office.note(note, notice: id, because: try typedReason(), try known())
        } catch let problem as FormProblem {
            return try await noticeSheetPage(problem)
        } catch let refusal as Refusal {
            guard ["not_refused", "not_delivered"].contains(refusal.code) else { throw Problem(.notFound) }
        }
        return redirect(to: "\(OfficeList.notices.path)/\(id.uuidString.lowercased())")
    }

    /// A timer that cannot be served, with the way to leave it out.
    func timerPage(_ problem: FormProblem? = nil, refusal: Refusal? = nil) async throws -> Response {
        let id = try capture("timer")
        guard let timer = try await ports.office.stuckTimer(id, try known()) else { throw Problem(.notFound) }
        var values: [String: Any] = [
            "name": timer.name, "file": timer.file[language], "path": timer.filePath,
            "cause": timer.cause[language],
            "since": ["machine": timer.since.description, "said": times.dateAndTime(timer.since)],
        ]
        if Access.office.admits(visitor) {
            values.merge(
                because(StuckTimer.path(of: id), ("repair.skip", "repair.skipHelp"), problem, refusal)
            ) { $1 }
        }
        return try page(
            "timer", values, title: "\(text("repair.timer")) \(timer.name)",
            status: problem == nil && refusal == nil ? .ok : .unprocessableContent)
    }

    /// Leaves a timer out; of one that blocks nothing any more the office's page says enough.
    func skipTimer() async throws -> Response {
        let (id, request) = (try capture("timer"), "page/\(try formID())")
        do {
            try await ports.office.skip(
                timer: id, because: try typedReason(), requestID: request, try known())
        } catch let problem as FormProblem {
            return try await timerPage(problem)
        } catch let refusal as Refusal {
            guard try await ports.office.stuckTimer(id, try known()) != nil else {
                return redirect(to: "/ops")
            }
            return try await timerPage(refusal: refusal)
        }
        return redirect(to: "/ops?done=1")
    }

    private func typedReason() throws(FormProblem) -> String {
        guard let reason = form["reason"] else {
            throw FormProblem(["reason": Catalogue.text("act.reasonMissing")])
        }
        return reason
    }

    /// The form that asks only why, with the keys of its button and its help.
    func because(
        _ action: String, _ keys: (button: String, help: String), _ problem: FormProblem?,
        _ refusal: Refusal? = nil
    ) -> [String: Any] {
        var asked = [
            "action": action, "button": text(keys.button), "help": text(keys.help),
            "typed": form["reason"] ?? "", "request": form["request"] ?? visit.id,
        ]
        if let problem = problem?.fields["reason"] { asked["reasonProblem"] = problem[language] }
        var values: [String: Any] = [
            "because": asked,
            "hasProblems": problem != nil || refusal != nil,
            "problems": (problem?.fields ?? [:]).map {
                ["id": "reason", "label": text("act.reason"), "problem": $0.value[language]]
            },
        ]
        if let refusal { values["message"] = refusal.text[language] }
        return values
    }
}
