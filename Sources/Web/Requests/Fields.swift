import Agreements
import FoundationEssentials

/// Names and values of a query or a form, in their order.
package struct Fields: Sendable, Hashable {
    private(set) var entries: [(name: String, value: String)] = []
    /// The names of values that hold what no text keeps, a NUL for instance; � stands for it.
    var damaged: Set<String> = []

    init(_ entries: [(name: String, value: String)] = []) { self.entries = entries }

    /// Reads `application/x-www-form-urlencoded`; nil when it cannot be read, or has more than ``entriesMax`` entries.
    ///
    /// - Parameter repairing: whether values may be ``damaged``.
    init?(encoded text: String, repairing: Bool = false) {
        guard !text.isEmpty else { return }
        let pairs = text.split(separator: "&", omittingEmptySubsequences: true)
        guard pairs.count <= Self.entriesMax else { return nil }
        for pair in pairs {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentCoding.decoded(halves[0], plusIsSpace: true), !name.isEmpty,
                let value = PercentCoding.bytes(of: halves.count == 2 ? halves[1] : "", plusIsSpace: true)
                    .flatMap(PercentCoding.repaired),
                repairing || !value.isDamaged
            else { return nil }
            append(name, value)
        }
    }

    static let entriesMax = 500

    mutating func append(_ name: String, _ value: String) { entries.append((name, value)) }

    mutating func append(_ name: String, _ value: (text: String, isDamaged: Bool)) {
        entries.append((name, value.text))
        if value.isDamaged { damaged.insert(name) }
    }

    /// What is wrong with the fields of a definition, and others, that are damaged.
    var damages: [String: LocalizedText] {
        let names = damaged.map {
            $0.hasPrefix(FormView.prefix) ? String($0.dropFirst(FormView.prefix.count)) : $0
        }
        return Dictionary(
            names.map { ($0, Catalogue.text("form.damaged")) }, uniquingKeysWith: { first, _ in first })
    }

    /// The value of a name, without blanks round it; nil when there is none, or nothing was typed.
    package subscript(_ name: String) -> String? {
        guard let value = entries.first(where: { $0.name == name })?.value else { return nil }
        let trimmed = value.trimmingBlanks
        return trimmed.isBlank ? nil : trimmed
    }

    /// Every value of a name.
    package func all(_ name: String) -> [String] { entries.filter { $0.name == name }.map(\.value) }

    /// The names that occur more than once, each once.
    var repeated: Set<String> {
        var seen: Set<String> = []
        return Set(entries.map(\.name).filter { !seen.insert($0).inserted })
    }

    /// The value as it was sent: for passwords, whose blanks count.
    package func exact(_ name: String) -> String { entries.first { $0.name == name }?.value ?? "" }

    /// The values whose names begin with `prefix`, without it; the last of equal names counts.
    package func group(_ prefix: String) -> [String: String] {
        Dictionary(
            entries.filter { $0.name.hasPrefix(prefix) }.map {
                (String($0.name.dropFirst(prefix.count)), $0.value)
            },
            uniquingKeysWith: { $1 })
    }

    /// The encoded form, for a link.
    var encoded: String {
        entries.map { "\(PercentCoding.encoded($0.name))=\(PercentCoding.encoded($0.value))" }.joined(
            separator: "&")
    }

    /// The same as one value of another form: at most four thirds of what the fields hold, whatever letters those are.
    ///
    /// Damaged values, which may hold the sign that stands between two, are not packed.
    var packed: String {
        Data(entries.flatMap { [$0.name, $0.value] }.joined(separator: "\0").utf8).base64EncodedString()
    }

    /// Nil where `text` is not ``packed``, or holds more than ``entriesMax`` entries.
    init?(packed text: String) {
        guard let data = Data(base64Encoded: text) else { return nil }
        let texts = data.split(separator: 0, omittingEmptySubsequences: false).map {
            PercentCoding.checked(Array($0))
        }
        guard texts.count.isMultiple(of: 2), texts.count / 2 <= Self.entriesMax else { return nil }
        for index in stride(from: 0, to: texts.count, by: 2) {
            guard let name = texts[index], !name.isEmpty, let value = texts[index + 1] else { return nil }
            append(name, value)
        }
    }

    /// A copy with one value; nil takes the name out.
    func with(_ name: String, _ value: String?) -> Fields {
        Fields(entries.filter { $0.name != name } + (value.map { [(name, $0)] } ?? []))
    }

    package static func == (a: Fields, b: Fields) -> Bool {
        a.entries.elementsEqual(b.entries) { $0.name == $1.name && $0.value == $1.value }
    }

    package func hash(into hasher: inout Hasher) {
        for entry in entries {
            hasher.combine(entry.name)
            hasher.combine(entry.value)
        }
    }
}

extension StringProtocol {
    /// Without blanks at both ends.
    var trimmingBlanks: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
