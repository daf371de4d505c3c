/// A country code of ISO 3166-1, or one that was withdrawn (ISO 3166-3), and when it holds.
package struct Country: Codable, Sendable, Hashable {
    /// Alpha-2, in capitals.
    package var code: String
    package var alpha3: String?
    package var name: LocalizedText
    /// The codes that took its place.
    package var successors: [String]
    /// The first day on which it holds; nil: ever since.
    package var from: Day?
    /// The first day on which it no longer holds; nil: it still does.
    package var until: Day?

    package init(
        code: String, alpha3: String?, name: LocalizedText, successors: [String] = [], from: Day? = nil,
        until: Day? = nil
    ) {
        self.code = code
        self.alpha3 = alpha3
        self.name = name
        self.successors = successors
        self.from = from
        self.until = until
    }

    /// Whether the code stands for this country on `day`.
    package func holds(on day: Day) -> Bool {
        (from.map { $0 <= day } ?? true) && (until.map { day < $0 } ?? true)
    }
}
