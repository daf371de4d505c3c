import Agreements

/// The French or the English words, by the language of the terminal.
func say(_ french: String, _ english: String) -> String {
    switch Console.language {
    case .french: french
    case .english: english
    }
}
