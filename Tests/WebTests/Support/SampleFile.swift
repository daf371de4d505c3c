import Agreements
import FoundationEssentials
import Web

/// What is markup, template or script to a careless page.
enum Hostile {
    static let text = "<script>alert(1)</script>{{t.skip}}{{{t.skip}}}&amp;\"'"
    static let both = LocalizedText(fr: "FR\(text)", en: "EN\(text)")
}

extension FileView {
    private static let noon = Instant(millisecondsSinceEpoch: 1_465_995_600_000)

    /// A file with something in each part.
    static var sample: FileView {
        var file = FileView(
            name: "LIA-2016-0042", reference: "LIA-2016-0042", registerNumber: "2016-0117", subject: "AURORE",
            title: .init(fr: "Aurores boréales", en: "Northern lights"),
            instrument: .init(
                fr: "Laboratoire international associé", en: "International associated laboratory"),
            legal: .inForce, state: [.init(fr: "En vie", en: "Alive")], revision: 7, now: noon, term: nil)
        file.phases = [
            .init(title: .init(fr: "Instruction", en: "Review"), place: .passed),
            .init(title: .init(fr: "Vie", en: "Life"), place: .here),
            .init(title: .init(fr: "Archivage", en: "Archive"), place: .ahead),
        ]
        file.waits = [
            .init(
                task: .init(fr: "Décider", en: "Decide"),
                role: .init(fr: "Direction générale", en: "Directorate"),
                holders: [.init("Anne Martin"), .init("Bruno Caro")], since: noon, due: noon, isOverdue: true,
                isOwn: true),
            .init(
                task: .init(fr: "Rendre le rapport", en: "Hand in the report"),
                role: .init(fr: "Porteur", en: "Lead applicant"), holders: [], since: noon, due: nil,
                isOverdue: false, isOwn: false),
        ]
        file.clocks = [.init(due: noon, effect: .init(fr: "Relance", en: "Reminder"))]
        file.acts = [
            .init(
                name: ActName("decide", process: "life"), title: .init(fr: "Décider", en: "Decide"),
                about: nil,
                refusal: nil, principal: nil),
            .init(
                name: ActName("sign now", process: "signing/1"), title: .init(fr: "Signer", en: "Sign"),
                about: nil, refusal: .init(fr: "Trop tôt.", en: "Too early."), principal: nil),
        ]
        file.facts = [.init(.init(fr: "Sigle", en: "Acronym"), .init(fr: "AURORE", en: "AURORE"))]
        file.parties = [
            .init(name: "Seoul National University", country: .init(fr: "Corée", en: "Korea"), remark: nil)
        ]
        file.documents = [
            .init(
                id: "d1", kind: .init(fr: "Accord", en: "Agreement"), version: 2, language: "fr",
                fileName: "accord.pdf", size: 1_234_567, sha256: String(repeating: "ab", count: 32),
                addedAt: noon, isKept: true)
        ]
        file.people = [.init(.init(fr: "Porteur", en: "Lead applicant"), .init(fr: "B. Caro", en: "B. Caro"))]
        file.history = [
            .init(
                at: noon, what: .init(fr: "Déposé", en: "Submitted"),
                who: .init(fr: "B. Caro", en: "B. Caro"), reason: "Complet")
        ]
        return file
    }

    /// The same with ``Hostile/text`` wherever somebody could have typed it.
    static var hostile: FileView {
        var file = sample
        let (text, both) = (Hostile.text, Hostile.both)
        (file.reference, file.registerNumber, file.subject) = (text, text, text)
        (file.title, file.instrument, file.state) = (both, both, [both])
        file.phases = [.init(title: both, place: .here)]
        file.waits = [
            .init(
                task: both, role: both, holders: [.init(text)], since: noon, due: nil, isOverdue: false,
                isOwn: true)
        ]
        file.clocks = [.init(due: noon, effect: both)]
        file.acts = [
            .init(
                name: ActName(text, process: text), title: both, about: both, refusal: nil, principal: text),
            .init(
                name: ActName("b", process: "life"), title: both, about: both, refusal: both, principal: nil),
        ]
        (file.facts, file.people) = ([.init(both, both)], [.init(both, both)])
        file.parties = [.init(name: text, country: both, remark: both)]
        file.documents = [
            .init(
                id: "d1", kind: both, version: 1, language: text, fileName: text, size: 1, sha256: text,
                addedAt: noon, isKept: true)
        ]
        file.history = [.init(at: noon, what: both, who: both, reason: text)]
        return file
    }
}

extension ActForm {
    /// An act with a field of each kind that asks for a reason.
    static var sample: ActForm {
        ActForm(
            file: "LIA-2016-0042", reference: "LIA-2016-0042", subject: "AURORE",
            act: ActName("decide", process: "life"), title: .init(fr: "Décider", en: "Decide"), about: nil,
            revision: 7, fields: fields, asksReason: true, asksProof: false, principals: [], refusal: nil,
            texts: [.init(fr: "Accord · v2", en: "Agreement · v2")], textHash: "ab12", paper: paper)
    }

    private static let paper: [FormField] = [
        FormField(
            name: "dated", label: .init(fr: "Date du document", en: "Date on the document"), kind: .day,
            isRequired: true),
        FormField(name: "place", label: .init(fr: "Lieu", en: "Place"), kind: .line, isRequired: false),
    ]

    private static let fields: [FormField] = [
        FormField(
            name: "amount", label: .init(fr: "Montant", en: "Amount"),
            help: .init(fr: "En euros", en: "In euros"), kind: .number, isRequired: true),
        FormField(name: "note", label: .init(fr: "Note", en: "Note"), kind: .text, isRequired: false),
        FormField(name: "from", label: .init(fr: "Depuis", en: "From"), kind: .day, isRequired: false),
        FormField(
            name: "outcome", label: .init(fr: "Issue", en: "Outcome"),
            kind: .choice([
                FormChoice("yes", .init(fr: "Favorable", en: "Favourable")),
                FormChoice("no", .init(fr: "Défavorable", en: "Unfavourable")),
            ]), isRequired: true),
        FormField(
            name: "units", label: .init(fr: "Unités", en: "Units"),
            kind: .choices([
                FormChoice("U1", .init(fr: "Unité 1", en: "Unit 1")),
                FormChoice("U2", .init(fr: "Unité 2", en: "Unit 2")),
            ]), isRequired: false),
    ]
}

extension WorkItem {
    static func sample(_ file: String, isOverdue: Bool = false) -> WorkItem {
        let noon = Instant(millisecondsSinceEpoch: 1_465_995_600_000)
        return WorkItem(
            file: file, reference: file, subject: "AURORE",
            instrument: .init(fr: "Laboratoire", en: "Laboratory"),
            countries: [.init(fr: "Corée", en: "Korea"), .init(fr: "Japon", en: "Japan")], amount: 15_000,
            task: .init(fr: "Décider", en: "Decide"), principal: nil, since: noon, due: noon,
            isOverdue: isOverdue)
    }

    static var hostile: WorkItem {
        var item = sample("a/b?c#d<e>")
        (item.reference, item.subject, item.principal) = (Hostile.text, Hostile.text, Hostile.text)
        (item.instrument, item.countries, item.task) = (Hostile.both, [Hostile.both], Hostile.both)
        (item.amount, item.due) = (nil, nil)
        return item
    }
}
