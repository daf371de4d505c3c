import Agreements
import Engine
import Hummingbird

extension Exchange {
    /// A draft that another window discarded, or made a file of: that is told, and what was typed may go into a new one.
    func lostDraftPage(_ draft: String) async throws -> Response {
        guard let lost = try await ports.proposals.lost(draft, try known()) else { throw Problem(.notFound) }
        guard form["go"] != "keep" else {
            return Response.text(
                text("proposal.lostStopped"), type: "text/plain; charset=utf-8", status: .gone)
        }
        return try lostDraftPage(lost, step: try capture("step"), status: .gone)
    }

    /// - Parameter message: why no new draft was begun.
    func lostDraftPage(
        _ lost: LostDraft, step: String, message: String? = nil, status: HTTPResponse.Status
    ) throws -> Response {
        let texts = WrittenForm(form).lines
        let title = text(lost.file == nil ? "proposal.lost" : "proposal.sent")
        var values: [String: Any] = [
            "title": title, "detail": text(lost.file == nil ? "proposal.lostDetail" : "proposal.sentDetail"),
            "texts": texts, "hasTexts": !texts.isEmpty, "isPossible": lost.file == nil,
            "workflow": lost.workflow, "step": step,
            "entries": form.entries.filter { $0.name.hasPrefix(FormView.prefix) }.map {
                ["name": $0.name, "value": $0.value]
            },
        ]
        if let message { values["message"] = message }
        if let file = lost.file { values["file"] = "/files/\(PercentCoding.encoded(file))" }
        return try page("lostDraft", values, title: title, status: status)
    }

    /// Writes what was typed in a step of a draft that is lost into a new one, and leads there.
    func takeOver(into draft: String, at name: String) async throws -> Response {
        let base = "/files/new/\(PercentCoding.encoded(draft))/"
        guard let form = try await ports.proposals.proposal(draft, try known()) else {
            throw Problem(.notFound)
        }
        let steps = ProposalSteps(form: form)
        guard let step = steps.step(name) else { return redirect(to: "\(base)parties") }
        let names = steps.names(step)
        let typed = Dictionary(
            names.map { ($0, self.form.all(FormView.prefix + $0)) }, uniquingKeysWith: { $1 })
        _ = try await ports.proposals.save(typed, over: form.values, of: names, in: draft, try known())
        return redirect(to: base + step.name)
    }
}
