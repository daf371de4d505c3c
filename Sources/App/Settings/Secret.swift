/// A text that is never printed: descriptions, dumps and interpolations show a mask.
package struct Secret: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    private let text: String

    /// Wraps `text`; only ``reveal()`` gives it back.
    package init(_ text: String) {
        self.text = text
    }

    /// The text itself, for the one call that needs it.
    package func reveal() -> String { text }

    package var description: String { "********" }
    package var debugDescription: String { description }
    /// No children: `dump` and mirrors see the mask only.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
