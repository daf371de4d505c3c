import Agreements
import FoundationEssentials

extension JSON {
    /// A flat value with its names in snake case, as everywhere in Entente's own JSON.
    init(row value: some Encodable) throws {
        guard case .object(let members) = try JSON(encoding: value) else {
            self = try JSON(encoding: value)
            return
        }
        self = .object(
            Dictionary(members.map { (Self.snake($0.key), Self.lowered($0.value)) }, uniquingKeysWith: { $1 })
        )
    }

    static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }

    static func list<Item>(_ items: [Item], _ json: (Item) throws -> JSON) rethrows -> JSON {
        .array(try items.map(json))
    }

    /// An id is written in small letters everywhere; a `UUID` encodes itself in capitals.
    private static func lowered(_ value: JSON) -> JSON {
        guard let text = value.text, UUID(uuidString: text) != nil else { return value }
        return .string(text.lowercased())
    }

    /// `messageID` becomes `message_id`: a run of capitals is one word.
    private static func snake(_ name: String) -> String {
        var out = ""
        var afterCapital = true
        for character in name {
            if character.isUppercase, !afterCapital { out.append("_") }
            afterCapital = character.isUppercase
            out += character.lowercased()
        }
        return out
    }
}
