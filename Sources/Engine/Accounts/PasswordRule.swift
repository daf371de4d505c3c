/// What a password must be (OWASP ASVS 5.0, 6.2): long, and none that is guessed first.
///
/// No rule on kinds of characters, no change by the calendar.
package struct PasswordRule: Sendable {
    /// Characters.
    package static let lengthMin = 12
    /// Characters: longer ones cost time and add nothing.
    package static let lengthMax = 128

    /// Words that say nothing of their own here: the name of the product, the institution, the person.
    private let context: [String]

    /// - Parameter context: names and addresses that must not make up a password.
    package init(context: [String]) {
        self.context = (context + ["entente"]).flatMap(Self.words).filter { $0.count >= 4 }
    }

    /// Why a password is refused.
    package enum Flaw: String, Sendable, Hashable, CaseIterable {
        case tooShort = "too_short"
        case tooLong = "too_long"
        /// One of those that are tried first.
        case common
        /// Made of names that anybody knows here.
        case context
    }

    /// Why `password` is refused; nil when it may be chosen.
    package func flaw(of password: String) -> Flaw? {
        guard password.count >= Self.lengthMin else { return .tooShort }
        guard password.count <= Self.lengthMax else { return .tooLong }
        let plain = Self.plain(password)
        if Self.isMonotonous(plain) || Self.isCommon(plain) { return .common }
        let rest = context.reduce(plain) { $0.replacing($1, with: "") }
        // A year and some signs add nothing to a name that everybody knows.
        let letters = context.reduce(password.lowercased()) { $0.replacing($1, with: "") }.count {
            $0.isLetter
        }
        return rest.count < plain.count && (rest.count < 6 || letters < 4) ? .context : nil
    }

    /// Lower case, with letters in place of the digits and signs that look like them.
    private static func plain(_ text: String) -> String {
        String(text.lowercased().map { likeness[$0] ?? $0 })
    }

    private static let likeness: [Character: Character] = [
        "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i",
    ]

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map { plain(String($0)) }
    }

    /// Few different characters, or one short piece said again and again.
    private static func isMonotonous(_ plain: String) -> Bool {
        guard Set(plain).count > 4 else { return true }
        return (1...plain.count / 2).contains { length in
            let piece = plain.prefix(length)
            return String(repeating: String(piece), count: plain.count / length + 1).hasPrefix(plain)
        }
    }

    /// What is left of its letters and digits, when what everybody tries is taken away, is next to nothing.
    private static func isCommon(_ plain: String) -> Bool {
        let text = plain.filter { $0.isLetter || $0.isNumber }
        let rest = RefusedPasswords.plain.reduce(text) { $0.replacing($1, with: "") }
        return rest.filter { $0.isLetter }.count < 4 && rest.count < text.count
    }
}
