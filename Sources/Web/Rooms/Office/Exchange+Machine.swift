import Agreements
import Engine
import FoundationEssentials
import Hummingbird

extension Exchange {
    /// A notice as it was written, and what became of it.
    func noticeSheetPage(_ problem: FormProblem? = nil) async throws -> Response {
        guard let id = UUID(uuidString: try capture("notice")),
            let sheet = try await ports.office.notice(id, try known())
        else { throw Problem(.notFound) }
        var values: [String: Any] = [
            "notice": sheet.notice, "about": sheet.subject, "isReadable": sheet.file != nil,
            "recipient": sheet.address.isEmpty
                ? text("sheet.eliminated") : "\(sheet.recipient) <\(sheet.address)>", "body": sheet.text,
            "mailLanguage": sheet.language,
            "written": ["machine": sheet.written.description, "said": times.dateAndTime(sheet.written)],
            "status": sheet.status[language], "messageID": sheet.messageID,
            "hasVerdicts": !sheet.verdicts.isEmpty,
            "verdicts": sheet.verdicts.map {
                ["address": $0.address, "outcome": $0.outcome[language], "reply": $0.reply[language]]
            },
        ]
        if let file = sheet.file { values["file"] = ["name": file.name[language], "path": file.path] }
        if let copy = sheet.copy { values["copy"] = copy }
        if let acknowledged = sheet.acknowledged { values["acknowledged"] = acknowledged }
        if let redrive = sheet.redrive, Access.office.admits(visitor) { values["redrive"] = redrive }
        if let note = sheet.note, Access.office.admits(visitor) {
            let path = "\(OfficeList.notices.path)/\(id.uuidString.lowercased())/\(note.rawValue)"
            let keys = ("repair.\(note.rawValue)", "repair.\(note.rawValue)Help")
            values.merge(because(path, keys, problem)) { $1 }
        }
        return try page(
            "notice-sheet", values,
            title: sheet.subject.isEmpty ? sheet.notice : "\(sheet.notice) – \(sheet.subject)",
            status: problem == nil ? .ok : .unprocessableContent)
    }

    /// Gives a dead job another life; of one that lives again already the list says enough.
    func redriveJob() async throws -> Response {
        guard let job = Int(try capture("job")) else { throw Problem(.notFound) }
        do {
            try await ports.office.redrive(job: job, try known())
            return redirect(to: "\(OfficeList.jobs.path)?done=1")
        } catch let refusal as Refusal where refusal.code == "not_dead" {
            return redirect(to: OfficeList.jobs.path)
        } catch is Refusal {
            throw Problem(.notFound)
        }
    }
}
