import Agreements
import Engine
import Hummingbird

extension Exchange {
    /// The reference lists with their dates, and what is set for the whole institution.
    func referencePage(_ refusal: LocalizedText? = nil) async throws -> Response {
        var values: [String: Any] = [
            "hasSettings": true, "contact": ports.institution.contact,
            "zone": ports.institution.zone.identifier, "mayLoad": Access.office.admits(visitor),
            "hasProblems": refusal != nil,
        ]
        if let refusal { values["message"] = refusal[language] }
        return try await listPage(
            .reference, with: values, status: refusal == nil ? .ok : .unprocessableContent)
    }

    /// Brings the lists up to the server's files; those that did not change are left alone.
    func loadReference() async throws -> Response {
        do {
            try await ports.office.loadReference(try known())
            return redirect(to: "\(OfficeList.reference.path)?done=1")
        } catch let refusal as Refusal {
            return try await referencePage(refusal.text)
        }
    }
}
