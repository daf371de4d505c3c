extension Refusal {
    /// A value that was given, by name, and what is wrong with it.
    package struct Field: Sendable, Hashable {
        package var name: String
        package var problem: LocalizedText

        package init(_ name: String, _ problem: LocalizedText) {
            self.name = name
            self.problem = problem
        }
    }
}
