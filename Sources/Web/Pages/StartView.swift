import Agreements

/// The start page's values, in one language, as its template names them.
struct StartView {
    private let overview: Overview
    private let language: Language
    private let texts: CivilTexts

    init(_ overview: Overview, language: Language) {
        self.overview = overview
        self.language = language
        texts = CivilTexts(language: language, zone: overview.legalTime.zone)
    }

    var values: [String: Any] {
        agreements.merging(work) { $1 }.merging([
            "institution": overview.institution[language], "version": overview.version,
            "simulated": overview.legalTime.isSimulated, "now": time(overview.legalTime.now),
            "database": text(overview.legalTime.isSimulated ? "database.simulated" : "database.real"),
        ]) { $1 }
    }

    private var agreements: [String: Any] {
        let table = AgreementTable(overview.agreements)
        return [
            "hasAgreements": !table.rows.isEmpty,
            "statuses": LegalStatus.allCases.map { text("legal.\($0.rawValue)") },
            "instruments": table.rows.map { row in
                [
                    "name": row.instrument[language], "counts": row.counts.map(texts.number),
                    "total": texts.number(row.counts.reduce(0, +)),
                ] as [String: Any]
            },
            "totals": table.totals.map(texts.number), "grandTotal": texts.number(table.totals.reduce(0, +)),
        ]
    }

    private var work: [String: Any] {
        [
            "hasTasks": !overview.tasks.isEmpty, "tasks": overview.tasks.map(task),
            "hasDue": !overview.due.isEmpty, "due": overview.due.prefix(Overview.dueMax).map(due),
            "figures": figures,
            "commands": (overview.commands + [Self.help]).map {
                ["line": $0.line, "meaning": $0.meaning[language]]
            },
        ]
    }

    private func task(_ task: TaskCount) -> [String: Any] {
        var values: [String: Any] = ["role": task.role[language], "open": texts.number(task.open)]
        if let oldest = task.oldest { values["oldest"] = time(oldest) }
        return values
    }

    private func due(_ due: DueInstant) -> [String: Any] {
        var values: [String: Any] = ["at": time(due.at), "what": due.what[language]]
        if let reference = due.reference { values["reference"] = reference }
        return values
    }

    private var figures: [[String: Any]] {
        let (notices, jobs) = (overview.notices, overview.jobs)
        return [
            figure("figure.owed", notices.owed), figure("figure.sent", notices.sent),
            figure("figure.failed", notices.failed, isAlarming: true), figure("figure.waiting", jobs.waiting),
            figure("figure.dead", jobs.dead, isAlarming: true),
        ]
    }

    private func figure(_ key: String, _ count: Int, isAlarming: Bool = false) -> [String: Any] {
        ["label": text(key), "count": texts.number(count), "alert": isAlarming && count > 0]
    }

    private func time(_ instant: Instant) -> [String: Any] {
        ["machine": instant.description, "text": texts.dateAndTime(instant)]
    }

    private func text(_ key: String) -> String { Catalogue.text(key)[language] }

    private static let help = CommandHint("entente --help", Catalogue.text("commands.help"))
}
