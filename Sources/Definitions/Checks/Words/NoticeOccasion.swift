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
    var words: String
    var answers: [NoticeSituation: Answer]
    /// The steps that lead there.
    var path: [String]

    func answer(_ situation: NoticeSituation) -> Answer { answers[situation] ?? .perhaps }
}
