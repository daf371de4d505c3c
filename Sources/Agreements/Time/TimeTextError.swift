/// Says why a text is not the day, instant, period, hour, zone or rule that it should be.
///
/// The text is quoted in full up to 60 characters, so that the message can be shown to the person who typed
/// it.
package struct TimeTextError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What the text should have been, such as "day" or "instant".
    package let expected: String
    /// The text, cut to 60 characters.
    package let text: String
    /// What is wrong with it, as the end of a sentence: "does not exist", "is not written YYYY-MM-DD".
    package let problem: String

    /// An error about `text`, of which the first 60 characters are kept.
    package init(expected: String, text: some StringProtocol, problem: String) {
        self.expected = expected
        self.text = text.count > 60 ? text.prefix(60) + "…" : String(text)
        self.problem = problem
    }

    /// One sentence: `day "2017-02-29" does not exist`.
    package var description: String { "\(expected) \"\(text)\" \(problem)" }
}
