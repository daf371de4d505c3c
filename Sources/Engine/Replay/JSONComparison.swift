import Agreements

/// Compares a recorded value with one that was made again, identifiers that are drawn at random apart.
///
/// A fresh identifier may differ from the recorded one as long as it always stands for the same.
/// References to
/// erasable values are equal whatever they name, since neither value nor salt is in the history.
struct JSONComparison {
    struct Difference {
        var path: String
        var message: String
    }

    /// Identifiers that were known before: they stand for themselves.
    let known: Set<String>
    /// Whether a hash may be of other bytes: the history does not hold those of a document that is added.
    let freesHashes: Bool
    private var meanings: [String: String] = [:]
    private var isExact = false

    init(known: Set<String>, freesHashes: Bool = false) {
        self.known = known
        self.freesHashes = freesHashes
    }

    /// The first difference, in the order of names and indices; nil when the values say the same.
    mutating func difference(_ recorded: JSON, _ again: JSON, at path: String = "") -> Difference? {
        switch (recorded, again) {
        case (.object(let old), .object(let new)): return difference(old, new, at: path)
        case (.array(let old), .array(let new)): return difference(old, new, at: path)
        case (.string(let old), .string(let new)) where old != new && isRenamed(old, new): return nil
        default:
            guard recorded != again else { return nil }
            return Difference(path: path, message: Self.words(recorded, again))
        }
    }

    /// The first difference, where no identifier may differ either.
    mutating func exact(_ recorded: JSON, _ again: JSON) -> Difference? {
        isExact = true
        return difference(recorded, again)
    }

    private mutating func difference(
        _ old: [String: JSON], _ new: [String: JSON], at path: String
    ) -> Difference? {
        if !isExact, Self.isReference(old), Self.isReference(new) { return nil }
        for name in Set(old.keys).union(new.keys).sorted() where !isOfBytes(name, path) {
            let place = path.isEmpty ? name : "\(path).\(name)"
            if let found = difference(old[name] ?? .null, new[name] ?? .null, at: place) { return found }
        }
        return nil
    }

    private mutating func difference(_ old: [JSON], _ new: [JSON], at path: String) -> Difference? {
        for (index, pair) in zip(old, new).enumerated() {
            if let found = difference(pair.0, pair.1, at: "\(path)[\(index)]") { return found }
        }
        guard old.count != new.count else { return nil }
        let place = "\(path)[\(min(old.count, new.count))]"
        let (left, right) = (old.dropFirst(new.count).first, new.dropFirst(old.count).first)
        return Difference(path: place, message: Self.words(left, right))
    }

    private mutating func isRenamed(_ old: String, _ new: String) -> Bool {
        guard !isExact, Self.isOpaque(old), old.utf8.count == new.utf8.count, Self.isOpaque(new),
            !known.contains(old) || freesHashes && old.utf8.count == 64
        else { return false }
        if let meaning = meanings[new] { return meaning == old }
        guard !meanings.values.contains(old) else { return false }
        meanings[new] = old
        return true
    }

    /// What is computed from the bytes of a document, which no history holds.
    private func isOfBytes(_ name: String, _ path: String) -> Bool {
        path.hasSuffix("documentAdded.document") && ["size", "saltedHash"].contains(name)
    }

    private static func isReference(_ members: [String: JSON]) -> Bool {
        let names = Set(members.keys)
        return names == ["value", "hash"] || names == ["id", "hash"]
    }

    /// A UUID, or a SHA-256 in hexadecimal.
    static func isOpaque(_ text: String) -> Bool {
        let isHex = text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) || (0x41...0x46).contains(byte)
                || byte == 0x2D
        }
        return isHex && (text.utf8.count == 36 || text.utf8.count == 64)
    }

    private static func words(_ recorded: JSON?, _ again: JSON?) -> String {
        "recorded is \(words(recorded)), now it is \(words(again))"
    }

    private static func words(_ value: JSON?) -> String {
        guard let value, value != .null else { return "nothing" }
        let text = value.canonical
        return text.count > 300 ? "\(text.prefix(300))…" : text
    }
}

extension JSON {
    /// Every identifier and hash in it.
    func collectOpaque(into found: inout Set<String>) {
        switch self {
        case .string(let text): if JSONComparison.isOpaque(text) { found.insert(text) }
        case .array(let elements): for element in elements { element.collectOpaque(into: &found) }
        case .object(let members): for member in members.values { member.collectOpaque(into: &found) }
        case .null, .bool, .integer: break
        }
    }
}
