import Agreements

/// Events that no person causes, in words.
struct EventWords {
    let language: Language

    /// `timed`: whether a timer of the process sends it.
    func words(_ event: String, timed: Bool) -> String {
        switch (event, language) {
        case ("always", .french): "aussitôt"
        case ("always", .english): "at once"
        case ("done", .french): "tout est fait"
        case ("done", .english): "all done"
        case (let event, .french) where event.hasPrefix("joined."): "réunis"
        case (let event, .english) where event.hasPrefix("joined."): "joined"
        case (let event, .french): timed ? "à l'échéance : \(event)" : event
        case (let event, .english): timed ? "when due: \(event)" : event
        }
    }
}
