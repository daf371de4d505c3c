/// What a value that acts carry is called in their forms.
package struct InputLabel: Sendable, Hashable {
    package var label: LocalizedText
    /// What helps to fill it in, where the label does not say enough.
    package var help: LocalizedText?
    /// Whether a text of several lines is expected.
    package var isLong: Bool

    package init(_ label: LocalizedText, help: LocalizedText? = nil, isLong: Bool = false) {
        self.label = label
        self.help = help
        self.isLong = isLong
    }
}
