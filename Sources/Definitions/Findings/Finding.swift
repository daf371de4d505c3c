package import Agreements

/// One thing that is wrong with a file, where it is, and what was probably meant.
package struct Finding: Error, Sendable, Hashable {
    package var code: Code
    package var place: Place
    /// One sentence without the place.
    package var message: LocalizedText
    /// The known name that was probably meant.
    package var suggestion: LocalizedText?
    /// The acts, timers and outcomes that lead there, from the start of the process, one step an element;
    /// empty where the finding is not about behaviour.
    package var way: [LocalizedText]

    package init(
        _ code: Code, at place: Place, _ message: LocalizedText, suggestion: LocalizedText? = nil,
        path: [LocalizedText] = []
    ) {
        self.code = code
        self.place = place
        self.message = message
        self.suggestion = suggestion
        self.way = path
    }

    /// The file as it was named by who loaded it.
    package var file: String { place.file }
    /// From 1.
    package var line: Int { place.line }
    /// From 1, in code points.
    package var column: Int { place.column }
    /// The way in English, as programs read it.
    package var path: [String] { way.map(\.en) }
}

extension Finding: CustomStringConvertible {
    /// `file:line:column: message`, one line, in English.
    package var description: String { "\(place): \(sentence.en)" }

    /// The message with what was probably meant.
    package var sentence: LocalizedText {
        guard let suggestion else { return message }
        return LocalizedText(
            fr: "\(message.fr) (vouliez-vous dire \(suggestion.fr) ?)",
            en: "\(message.en) (did you mean \(suggestion.en)?)")
    }
}
