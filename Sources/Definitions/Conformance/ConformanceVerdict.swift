/// What became of one conformance case.
package struct ConformanceVerdict: Sendable, Hashable {
    /// The case as its suite names it; of a single document its path.
    package let id: String
    /// What kind of behaviour the case is about; empty for a single document.
    package let family: String
    /// Why the case failed, in one sentence without a line break; nil when it passed.
    package let failure: String?

    /// A verdict; line breaks of a failure become spaces.
    package init(_ id: String, family: String, failure: String?) {
        self.id = id
        self.family = family
        self.failure = failure.map {
            $0.split(whereSeparator: \.isNewline).joined(separator: " ")
        }
    }

    /// Whether the case came out as its suite says.
    package var isPassed: Bool { failure == nil }
}
