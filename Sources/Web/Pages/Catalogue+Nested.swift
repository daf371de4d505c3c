import Agreements

extension Catalogue {
    // Dictionaries of `Any` are not Sendable: each is made when asked for, from some 60 texts.
    static var french: [String: Any] { nested(.french) }
    static var english: [String: Any] { nested(.english) }

    private static func nested(_ language: Language) -> [String: Any] {
        var out: [String: Any] = ["sign": Typography.signs(language)]
        for (key, text) in entries where !key.hasPrefix("problem.") || Self.isFrame(key) {
            let parts = key.split(separator: ".").map(String.init)
            guard parts.count == 2 else {
                out[key] = text[language]
                continue
            }
            var group = out[parts[0]] as? [String: Any] ?? [:]
            group[parts[1]] = text[language]
            out[parts[0]] = group
        }
        return out
    }

    private static func isFrame(_ key: String) -> Bool { key.split(separator: ".").count == 2 }
}
