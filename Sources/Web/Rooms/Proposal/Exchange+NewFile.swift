import Agreements
import Hummingbird

extension Exchange {
    /// What the visitor may propose, and what they began.
    func newFilePage(_ message: String? = nil, status: HTTPResponse.Status = .ok) async throws -> Response {
        let visitor = try known()
        let instruments = try await ports.proposals.instruments(visitor)
        let drafts = try await ports.proposals.drafts(visitor)
        var values: [String: Any] = [
            "instruments": instruments.map(values(of:)), "hasInstruments": !instruments.isEmpty,
            "drafts": drafts.map(values(of:)), "hasDrafts": !drafts.isEmpty,
            "contact": ports.institution.contact,
        ]
        if let message { values["message"] = message }
        if let from = query["from"] ?? form["from"] {
            values["from"] = from
            if let name = try await ports.proposals.name(ofFile: from, visitor) {
                values["copied"] = name[language]
            }
        }
        if query["saved"] != nil { values["saved"] = true }
        if query["discarded"] != nil { values["discarded"] = true }
        return try page("newFile", values, title: text("proposal.title"), status: status)
    }

    /// Begins a proposal and leads to its first step.
    func beginProposal() async throws -> Response {
        do {
            let draft = try await ports.proposals.begin(
                form["workflow"] ?? "", from: form["from"], try known())
            if let step = form["step"] { return try await takeOver(into: draft, at: step) }
            return redirect(to: "/files/new/\(PercentCoding.encoded(draft))/parties")
        } catch let refusal as Refusal {
            if let step = form["step"] {
                let lost = LostDraft(workflow: form["workflow"] ?? "", file: nil)
                return try lostDraftPage(
                    lost, step: step, message: refusal.text[language], status: .unprocessableContent)
            }
            return try await newFilePage(refusal.text[language], status: .unprocessableContent)
        }
    }

    func discardProposal() async throws -> Response {
        try await ports.proposals.discard(try capture("draft"), try known())
        return redirect(to: "/files/new?discarded=1")
    }

    private func values(of instrument: ProposalInstrument) -> [String: Any] {
        var values: [String: Any] = [
            "workflow": instrument.workflow, "title": instrument.title[language],
            "isPossible": instrument.calls?.contains(where: \.isOpen) ?? true,
        ]
        guard let calls = instrument.calls else { return values }
        let open = calls.filter(\.isOpen).map { call in
            "\(text("proposal.call")) \(call.year), \(text("proposal.callUntil")) \(times.dateAndTime(call.closesAt))"
        }
        let next = calls.filter { !$0.isOpen }.map { call in
            "\(text("proposal.call")) \(call.year), \(text("proposal.callFrom")) \(times.dateAndTime(call.opensAt))"
        }
        values["calls"] = open + next
        if calls.isEmpty { values["hasNoCall"] = true }
        return values
    }

    private func values(of draft: ProposalDraft) -> [String: Any] {
        var values: [String: Any] = [
            "path": "/files/new/\(PercentCoding.encoded(draft.id))", "instrument": draft.instrument[language],
            "saved": times.dateAndTime(draft.savedAt),
            "subject": draft.subject ?? text("proposal.untitled"),
        ]
        values["named"] = draft.subject ?? draft.instrument[language]
        return values
    }
}
