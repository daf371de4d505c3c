import Agreements

/// Turns YAML values into Swift values, and reports each that is not what is expected there.
///
/// A scalar is a text exactly as it was written wherever a text is expected: `no`, `0o17` and `1:20` are
/// texts.
struct NodeReader {
    let log: FindingLog

    func fields(_ node: YAMLNode, _ words: LocalizedText, keys: [String]) -> Fields? {
        guard case .mapping(let entries) = node.content else {
            wrong(node, words)
            return nil
        }
        var values = Dictionary(entries.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
        var mended: Set<String> = []
        for entry in entries where !keys.contains(entry.key) {
            let message = LocalizedText(
                fr: "\(words.fr) n’a pas de clé \(entry.key.quotedInFrench)",
                en: "\(words.en) has no key \(entry.key.quoted)")
            let suggestion = WorkflowSection.misplaced[entry.key] ?? Spelling.nearest(to: entry.key, in: keys)
            log.report(.unknownKey, at: entry.place, message, suggestion: suggestion)
            // Behind a slip of the pen all is read as it was meant: what else is wrong there is said at once.
            guard WorkflowSection.misplaced[entry.key] == nil,
                let meant = Spelling.sole(to: entry.key, in: keys), values[meant] == nil
            else { continue }
            values[meant] = entry.value
            mended.insert(meant)
            log.mendLast()
        }
        return Fields(place: node.place, words: words, values: values, mended: mended, log: log)
    }

    /// The entries of a mapping whose keys are names that the author chooses.
    func entries(_ node: YAMLNode?, _ words: LocalizedText) -> [YAMLEntry] {
        guard let node else { return [] }
        guard case .mapping(let entries) = node.content else {
            wrong(node, words)
            return []
        }
        return entries
    }

    func list(_ node: YAMLNode?, _ words: LocalizedText) -> [YAMLNode] {
        guard let node else { return [] }
        guard case .sequence(let items) = node.content else {
            wrong(node, words)
            return []
        }
        return items
    }

    /// The items of a list, or the one value that stands for a list of one.
    func oneOrMore(_ node: YAMLNode?) -> [YAMLNode] {
        guard let node else { return [] }
        guard case .sequence(let items) = node.content else { return [node] }
        return items
    }

    func text(
        _ node: YAMLNode?, _ words: LocalizedText = .init(fr: "un texte", en: "a text")
    ) -> String? {
        guard let node else { return nil }
        guard let scalar = node.scalar, !node.isNull else {
            wrong(node, words)
            return nil
        }
        return scalar.text
    }

    /// `true` or `false`, unquoted; YAML's other spellings (`yes`, `on`, `True`) are refused.
    func flag(_ node: YAMLNode?) -> Bool? {
        guard let node else { return nil }
        guard let scalar = node.scalar, scalar.style == .plain, let flag = Bool(scalar.text) else {
            wrong(node, .init(fr: "true ou false", en: "true or false"))
            return nil
        }
        return flag
    }

    /// A decimal integer, unquoted, without sign `+`, leading zeros or separators.
    func integer(_ node: YAMLNode?, in range: ClosedRange<Int64>) -> Int64? {
        guard let node else { return nil }
        guard let scalar = node.scalar, scalar.style == .plain, let value = Int64(scalar.text),
            String(value) == scalar.text
        else {
            wrong(node, .init(fr: "un nombre entier", en: "a whole number"))
            return nil
        }
        guard range.contains(value) else {
            let message = LocalizedText(
                fr: "\(value) n’est pas entre \(range.lowerBound) et \(range.upperBound)",
                en: "\(value) is not between \(range.lowerBound) and \(range.upperBound)")
            log.report(.badValue, at: node.place, message)
            return nil
        }
        return value
    }

    /// One of the words of an enumeration.
    func word<Word: RawRepresentable & CaseIterable>(_ node: YAMLNode?, _: Word.Type = Word.self) -> Word?
    where Word.RawValue == String {
        choice(node, Word.allCases.map { ($0.rawValue, $0) })
    }

    /// One of these words, as what it means.
    func choice<Value>(_ node: YAMLNode?, _ choices: [(word: String, value: Value)]) -> Value? {
        guard let node, let text = text(node) else { return nil }
        if let choice = choices.first(where: { $0.word == text }) { return choice.value }
        let words = choices.map(\.word)
        let list = words.joined(separator: ", ")
        let message = LocalizedText(
            fr: "\(text.quotedInFrench) ne figure pas parmi : \(list)",
            en: "\(text.quoted) is none of \(list)")
        log.report(.badValue, at: node.place, message, suggestion: Spelling.nearest(to: text, in: words))
        return nil
    }

    /// A text that `read` understands; what it throws is reported.
    func value<Value>(_ node: YAMLNode?, _ read: (String) throws(TimeTextError) -> Value) -> Value? {
        guard let node, let text = text(node) else { return nil }
        do throws(TimeTextError) { return try read(text) } catch {
            log.report(.badValue, at: node.place, error.words)
            return nil
        }
    }

    func wrong(_ node: YAMLNode, _ words: LocalizedText) {
        log.report(
            .wrongKind, at: node.place,
            .init(
                fr: "on attend ici \(words.fr), et non \(node.kind.fr)",
                en: "\(words.en) is expected here, not \(node.kind.en)"))
    }
}
