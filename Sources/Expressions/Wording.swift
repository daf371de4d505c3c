/// Small words of messages.
enum Wording {
    /// `an int`, `a string`.
    static func article(_ noun: some CustomStringConvertible) -> String {
        let noun = noun.description
        return ("aeioAEIO".contains(noun.prefix(1)) ? "an " : "a ") + noun
    }
}
