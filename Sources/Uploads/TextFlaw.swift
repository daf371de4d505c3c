/// Why the text of a document is not read; raw values are keys of the catalogue of messages.
package enum TextFlaw: String, Error, CaseIterable, Sendable {
    /// It holds no text, or none that can be told.
    case notText
    case tooLong
}
