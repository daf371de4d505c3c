import Agreements
import Hummingbird

extension Exchange {
    /// One file: where it stands, whose turn it is, what the visitor may do.
    ///
    /// - Parameter key: what to say at its top, in place of an act that was asked for.
    func filePage(saying key: String? = nil) async throws -> Response {
        guard let file = try await ports.files.file(try capture("file"), try known()) else {
            // An act may end its doer's sight of the file, as of an expert who stands back.
            guard query["done"] == nil else { return redirect(to: "/") }
            throw Problem(.notFound)
        }
        let sheet = FilePage(file, language: language, times: times, isWhole: query["history"] == "all")
        var values = sheet.values
        if query["done"] != nil { values["done"] = true }
        if let key { values["unopened"] = text(key) }
        let name = [file.reference, file.subject].compactMap(\.self).joined(separator: " – ")
        return try page(
            "file", values, title: name.isEmpty ? file.instrument[language] : name,
            status: key == nil ? .ok : .conflict)
    }
}

/// The values of a file's page, in one language.
struct FilePage {
    private let file: FileView
    private let language: Language
    private let times: CivilTexts
    /// Whether all that happened is shown, not the last of it only.
    private let isWhole: Bool

    init(_ file: FileView, language: Language, times: CivilTexts, isWhole: Bool = false) {
        self.file = file
        self.language = language
        self.times = times
        self.isWhole = isWhole
    }

    /// How many events are shown where not all are asked for.
    private static let recent = 12

    var path: String { "/files/\(PercentCoding.encoded(file.name))" }

    /// What happened after an event.
    func since(_ seq: Int) -> [[String: Any]] { file.history.filter { $0.seq > seq }.map(line) }

    var values: [String: Any] {
        var values: [String: Any] = [
            "reference": file.reference ?? Catalogue.text("file.draft")[language],
            "instrument": file.instrument[language],
            "legal": Catalogue.text("legal.\(file.legal.rawValue)")[language],
            "legalCode": file.legal.rawValue,
            "state": file.state.map { $0[language] }.joined(separator: " · "),
            "path": path, "facts": facts(file.facts), "hasFacts": !file.facts.isEmpty,
            "people": facts(file.people),
            "hasPeople": !file.people.isEmpty,
            "phases": file.phases.map(phase), "hasPhases": !file.phases.isEmpty,
            "namesakes": file.namesakes.map(namesake),
            "hasNamesakes": !file.namesakes.isEmpty || file.hasUnseenNamesakes,
            "hasUnseenNamesakes": file.hasUnseenNamesakes,
            "parties": file.parties.map(party), "documents": file.documents.map(document),
            "hasDocuments": !file.documents.isEmpty, "hasParties": !file.parties.isEmpty,
            "opinions": file.history.filter(\.isOpinion).map(line),
            "hasOpinions": file.history.contains(where: \.isOpinion), "hasChanges": file.hasChanges,
            "history": file.history.prefix(isWhole ? .max : Self.recent).map(line),
            "hasHistory": !file.history.isEmpty, "canEdit": file.canEdit, "canAdd": file.canAdd,
            "canCopy": file.canCopy, "copyPath": "/files/new?from=\(PercentCoding.encoded(file.name))",
        ]
        if !isWhole, file.history.count > Self.recent {
            values["earlier"] = ["path": "\(path)?history=all#history", "count": file.history.count]
        }
        if file.isBlocked { values["isBlocked"] = true }
        if let subject = file.subject { values["subject"] = subject }
        if let title = file.title { values["fileTitle"] = title[language] }
        if let number = file.registerNumber { values["registerNumber"] = number }
        if let term = file.term { values["term"] = text(of: term) }
        return values.merging(turn) { $1 }
    }

    /// Whose turn it is, and what comes next.
    private var turn: [String: Any] {
        let (allowed, refused) = (
            file.acts.filter { $0.refusal == nil }, file.acts.filter { $0.refusal != nil }
        )
        return [
            "waits": file.waits.map(wait), "hasWaits": !file.waits.isEmpty,
            "hasUnseenWaits": file.hasUnseenWaits, "isForCall": file.awaitsCall,
            "clocks": file.clocks.map {
                ["due": moment($0.due), "effect": $0.effect[language]] as [String: Any]
            },
            "hasClocks": !file.clocks.isEmpty,
            "acts": allowed.map(act),
            "hasActs": !allowed.isEmpty, "refused": refused.map(act),
            "hasRefused": !refused.isEmpty,
        ]
    }

    private func facts(_ facts: [FileView.Fact]) -> [[String: Any]] {
        facts.map { fact in
            var values: [String: Any] = ["label": fact.label[language], "value": fact.value[language]]
            if let other = fact.language, other != language { values["other"] = other.rawValue }
            return values
        }
    }

    private func text(of term: FileView.DayRange) -> String {
        let last = term.last.map(times.date) ?? Catalogue.text("file.openEnd")[language]
        return "\(times.date(term.first)) – \(last)"
    }

    private func phase(_ phase: FileView.Phase) -> [String: Any] {
        [
            "title": phase.title[language], "place": phase.place.rawValue, "isHere": phase.place == .here,
            "said": Catalogue.text("phase.\(phase.place.rawValue)")[language],
        ]
    }

    private func wait(_ wait: FileView.Wait) -> [String: Any] {
        var values: [String: Any] = [
            "task": wait.task[language], "role": wait.role[language], "since": times.date(wait.since),
            "holders": wait.holders.map(holder).joined(separator: ", "), "isOverdue": wait.isOverdue,
            "isOwn": wait.isOwn, "hasHolders": !wait.holders.isEmpty,
            "isUnnamed": wait.holders.isEmpty && wait.hasUnnamed,
        ]
        if let due = wait.due {
            values["due"] = ["machine": due.description, "text": times.deadline(due)]
        }
        values["remarks"] = wait.remarks.map(line)
        values["hasRemarks"] = !wait.remarks.isEmpty
        return values
    }

    private func holder(_ holder: FileView.Holder) -> String {
        times.name(holder.name, absentUntil: holder.absentUntil)
    }

    private func act(_ act: FileView.Act) -> [String: Any] {
        let address = "\(path)/acts/\(PercentCoding.encoded(act.name.event))"
        let process = "?process=\(PercentCoding.encoded(act.name.process))"
        var values: [String: Any] = ["title": act.title[language], "path": address + process]
        if act.takesPaper { values["paperPath"] = "\(address)/paper\(process)" }
        if let about = act.about { values["about"] = about[language] }
        if let refusal = act.refusal { values["refusal"] = refusal[language] }
        if let principal = act.principal { values["principal"] = principal }
        if let done = act.done { values["doneBefore"] = done[language] }
        return values
    }

    private func namesake(_ namesake: FileView.Namesake) -> [String: Any] {
        Self.values(of: namesake, in: language)
    }

    static func values(of namesake: FileView.Namesake, in language: Language) -> [String: Any] {
        [
            "path": "/files/\(PercentCoding.encoded(namesake.name))", "acronym": namesake.acronym,
            "reference": namesake.reference ?? Catalogue.text("file.draft")[language],
        ]
    }

    private func party(_ party: FileView.Party) -> [String: Any] {
        var values: [String: Any] = ["name": party.name, "country": party.country[language]]
        if let remark = party.remark { values["remark"] = remark[language] }
        return values
    }

    private func document(_ document: FileView.Document) -> [String: Any] {
        var values: [String: Any] = [
            "kind": document.kind[language], "version": "\(document.version)",
            "size": times.size(document.size),
            "added": times.date(document.addedAt), "isKept": document.isKept,
            "path": "\(path)/documents/\(document.id)",
        ]
        if let language = document.language { values["language"] = language.uppercased() }
        if let hash = document.sha256 { values["hash"] = ["short": String(hash.prefix(12)), "whole": hash] }
        if let name = document.fileName { values["fileName"] = name }
        return values
    }

    private func line(_ line: FileView.Line) -> [String: Any] {
        var values: [String: Any] = ["at": moment(line.at), "what": line.what[language]]
        let colon = Typography.colon(language)
        values["values"] = line.values.map { "\($0.label[language])\(colon)\($0.value[language])" }.joined(
            separator: " · ")
        values["hasValues"] = !line.values.isEmpty
        if let who = line.who { values["who"] = who[language] }
        if let reason = line.reason { values["reason"] = reason }
        return values
    }

    private func moment(_ instant: Instant) -> [String: Any] {
        ["machine": instant.description, "text": times.dateAndTime(instant)]
    }
}
