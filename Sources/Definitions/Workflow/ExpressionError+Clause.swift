import Agreements
import Expressions

extension ExpressionError {
    /// Its message as findings are worded: without a capital and a full stop.
    var clause: LocalizedText {
        LocalizedText(fr: PhraseBook.expressions.french(of: message), en: message.asClause)
    }
}

extension String {
    /// The sentence without a capital and a full stop.
    fileprivate var asClause: String {
        let begins = dropFirst().first?.isLowercase ?? false
        let text = begins ? prefix(1).lowercased() + dropFirst() : self
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }
}

extension CELType {
    /// What is said of an expression of a type where one of others is asked for.
    static func slip(_ type: CELType, for asked: [CELType]) -> LocalizedText {
        let names = asked.map(\.description).alternatives
        return LocalizedText(
            fr: "\(names.fr) est attendu, mais ceci est du type \(type)",
            en: "expected \(names.en), but this is of type \(type)")
    }
}
