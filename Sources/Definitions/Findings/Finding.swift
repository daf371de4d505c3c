/// One thing that is wrong with a file, where it is, and what was probably meant.
package struct Finding: Error, Sendable, Hashable {
    package var code: Code
    package var place: Place
    /// One sentence without the place.
    package var message: String
    /// The known name that was probably meant.
    package var suggestion: String?
    /// The acts, timers and outcomes that lead there, from the start of the process, one step an element;
    /// empty where the finding is not about behaviour.
    package var path: [String]

    package init(
        _ code: Code, at place: Place, _ message: String, suggestion: String? = nil, path: [String] = []
    ) {
        self.code = code
        self.place = place
        self.message = message
        self.suggestion = suggestion
        self.path = path
    }

    /// The file as it was named by who loaded it.
    package var file: String { place.file }
    /// From 1.
    package var line: Int { place.line }
    /// From 1, in code points.
    package var column: Int { place.column }
}

extension Finding: CustomStringConvertible {
    /// `file:line:column: message`, one line.
    package var description: String {
        "\(place): \(message)" + (suggestion.map { " (did you mean \($0)?)" } ?? "")
    }
}
