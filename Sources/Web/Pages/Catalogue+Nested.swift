import Agreements
import Mustache

extension Catalogue {
    /// What templates name `t.group.text`: texts by group and name, in one language.
    struct Nested: Sendable, MustacheParent {
        private var groups: [String: Group] = [:]
        private var texts: [String: String] = [:]

        struct Group: Sendable, MustacheParent {
            var texts: [String: String]

            func child(named name: String) -> Any? { texts[name] }
        }

        func child(named name: String) -> Any? { groups[name] ?? texts[name] }

        init(_ language: Language) {
            groups["sign"] = Group(texts: Typography.signs(language))
            for (key, text) in entries where !key.hasPrefix("problem.") || Self.isFrame(key) {
                let parts = key.split(separator: ".").map(String.init)
                guard parts.count == 2 else {
                    texts[key] = text[language]
                    continue
                }
                groups[parts[0], default: Group(texts: [:])].texts[parts[1]] = text[language]
            }
        }

        private static func isFrame(_ key: String) -> Bool { key.split(separator: ".").count == 2 }
    }

    static let french = Nested(.french)
    static let english = Nested(.english)
}
