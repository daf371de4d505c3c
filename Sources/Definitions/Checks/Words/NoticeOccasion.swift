import Agreements

/// One way in which a notice comes to be owed, with what is certain of it.
struct NoticeOccasion {
    /// Whether a situation is given.
    enum Answer {
        case yes, perhaps, no
    }

    var notice: String
    var process: String
    /// Where the notice is owed, for messages: "life: completion".
    var words: LocalizedText
    var answers: [NoticeSituation: Answer]
    /// The steps that lead there.
    var path: [LocalizedText]

    func answer(_ situation: NoticeSituation) -> Answer { answers[situation] ?? .perhaps }
}
