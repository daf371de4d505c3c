import Agreements
import Definitions

extension Finding {
    /// As people read it: its line, then what to do, then the way that leads there.
    var words: String {
        let lines = [
            "\(description) [\(code.rawValue)]", "    \(say("conseil", "advice")): \(code.advice.en)",
            path.isEmpty ? nil : "    \(say("chemin", "path")): \(path.joined(separator: " > "))",
        ]
        return lines.compactMap(\.self).joined(separator: "\n")
    }

    /// As programs read it.
    var json: JSON {
        [
            "file": .string(file), "line": .integer(Int64(line)), "column": .integer(Int64(column)),
            "code": .string(code.rawValue), "message": .string(message.en),
            "suggestion": .string((suggestion ?? code.advice).en), "path": .list(path) { .string($0) },
        ]
    }
}
