import Agreements

/// What an exploration stopped at before it had seen everything.
enum ExplorationBound: Hashable {
    case situations(Int)
    /// The ways in which the open conditions of one step may come out.
    case answers(Int, to: Trigger)

    /// What is true of a process that goes beyond it.
    var excess: LocalizedText {
        switch self {
        case .situations(let count):
            .init(fr: "a plus de \(count) situations", en: "has over \(count) situations")
        case .answers(let count, let trigger):
            .init(
                fr: "peut répondre à \(trigger.words.fr.quotedInFrench) de plus de \(count) façons",
                en: "may answer \(trigger.words.en.quoted) in over \(count) ways")
        }
    }

    /// Why nothing is decided.
    var reason: LocalizedText {
        switch self {
        case .situations(let count):
            .init(
                fr: "l’exploration s’est arrêtée à sa limite de \(count) situations",
                en: "the exploration stopped at its bound of \(count) situations")
        case .answers(let count, let trigger):
            .init(
                fr: "l’exploration s’est arrêtée à sa limite de \(count) réponses à "
                    + trigger.words.fr.quotedInFrench,
                en: "the exploration stopped at its bound of \(count) answers to \(trigger.words.en.quoted)")
        }
    }
}
