import Expressions

extension ExpressionError {
    /// Its message as findings are worded: without a capital and a full stop.
    var clause: String {
        let begins = message.dropFirst().first?.isLowercase ?? false
        let text = begins ? message.prefix(1).lowercased() + message.dropFirst() : message
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }
}
