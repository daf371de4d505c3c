import Agreements
import Engine

/// The words of a digest in one language.
struct DigestWords {
    let typography: Typography
    let morning: Morning
    let letterhead: Letterhead
    /// Whether the reader comes in by the links of mails alone.
    let comesByLink: Bool

    /// No digest has more lines; those that are left out are counted.
    static let linesMax = 50

    init(_ language: Language, morning: Morning, letterhead: Letterhead, comesByLink: Bool = false) {
        typography = Typography(language, zone: morning.zone)
        (self.morning, self.letterhead, self.comesByLink) = (morning, letterhead, comesByLink)
    }

    func spaced(_ text: String) -> String { typography.spaced(text) }

    /// One of two texts, by the language.
    func say(_ french: String, _ english: String) -> String {
        LocalizedText(fr: french, en: english)[typography.language]
    }

    func counted(_ count: Int, _ french: (String, String), _ english: (String, String)) -> String {
        let form =
            switch typography.language {
            case .french: french
            case .english: english
            }
        return typography.counted(count, one: form.0, many: form.1)
    }

    /// `vendredi 9 décembre`, with its year where that is not the reader's.
    func day(_ day: Day) -> String {
        let text = typography.fullDate(day)
        return day.year == morning.day.year ? String(text.dropLast(5)) : text
    }

    // MARK: The steps of a person

    func subject(of lines: [DigestLine]) -> String {
        let day = typography.fullDate(morning.day)
        return say("[Entente] Votre récapitulatif du \(day) – ", "[Entente] Your summary for \(day) – ")
            + count(of: lines)
    }

    private func count(of lines: [DigestLine]) -> String {
        let late = lines.count { morning.lateness(of: $0.due) != nil }
        let all = counted(lines.count, ("action", "actions"), ("action", "actions"))
        guard late > 0 else { return all }
        return all + say(", dont \(late) en retard", ", \(late) overdue")
    }

    func text(of lines: [DigestLine]) -> String {
        let day = typography.fullDate(morning.day)
        let head = say("Bonjour,\n\nCe \(day) : ", "Good morning,\n\nOn \(day): ") + count(of: lines) + "."
        let shown = lines.prefix(Self.linesMax).enumerated().map { index, line in
            "\(index + 1). \(text(of: line))"
        }
        return ([head] + shown + rest(lines.count) + [end]).joined(separator: "\n\n")
    }

    private func text(of line: DigestLine) -> String {
        let grantor = line.grantor.map { say(", par délégation de \($0)", ", by delegation from \($0)") }
        let object = "\(line.title[typography.language]) \(line.reference)\(grantor ?? "")"
        guard let due = line.due else { return object }
        guard let late = morning.lateness(of: due) else {
            return object + say(" – avant le \(day(due.day))", " – by \(day(due.day))")
        }
        return "\(mark(late)) \(object)"
            + say(" – échéance le \(day(due.day))", " – was due on \(day(due.day))")
    }

    private func mark(_ late: Int) -> String {
        let mark = say("EN RETARD", "OVERDUE")
        return late == 0 ? mark : "\(mark) (\(businessDays(late)))"
    }

    func businessDays(_ count: Int) -> String {
        counted(count, ("jour ouvré", "jours ouvrés"), ("working day", "working days"))
    }

    private func rest(_ count: Int) -> [String] {
        guard count > Self.linesMax else { return [] }
        let rest = count - Self.linesMax
        return [say("Et \(rest) de plus.", "And \(rest) more.")]
    }

    /// Where the pages are, and whom to ask; a page that asks for an account is no use to whoever has none.
    var end: String {
        let way =
            comesByLink
            ? say(
                "Chaque étape s’ouvre par le lien du courriel qui vous l’a demandée.",
                "Each step is opened by the link of the mail that asked you for it.")
            : say("Dans Entente : ", "In Entente: ") + letterhead.baseURL
        return way + say("\nQuestion : ", "\nQuestions: ") + letterhead.contact
    }
}
