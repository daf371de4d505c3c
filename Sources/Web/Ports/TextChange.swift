/// Two versions of a text, by the ids of their documents.
package struct TextChange: Sendable, Hashable {
    package var newer: String
    package var older: String

    package init(newer: String, older: String) {
        self.newer = newer
        self.older = older
    }
}
