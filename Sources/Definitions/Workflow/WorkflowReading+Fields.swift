import Agreements

extension WorkflowReading {
    func fields(_ node: YAMLNode, _ section: WorkflowSection) -> Fields? {
        read.fields(node, section.words, keys: section.keys)
    }

    /// A text in both languages; a missing or empty one is reported.
    func localized(_ node: YAMLNode?) -> LocalizedText? {
        guard let node, let fields = fields(node, .text) else { return nil }
        let texts = ["fr", "en"].map { language -> String? in
            guard let value = fields[language] else {
                log.report(
                    .missingText, at: node.place,
                    .init(
                        fr: "le texte en \(language.quotedInFrench) manque",
                        en: "the text in \(language.quoted) is missing"))
                return nil
            }
            guard let text = read.text(value), !text.allSatisfy(\.isWhitespace) else {
                log.report(
                    .missingText, at: value.place,
                    .init(
                        fr: "le texte en \(language.quotedInFrench) est vide",
                        en: "the text in \(language.quoted) is empty"))
                return nil
            }
            return text
        }
        guard let fr = texts[0], let en = texts[1] else { return nil }
        return LocalizedText(fr: Self.withApostrophes(fr), en: en)
    }

    /// French as it is set: the apostrophe that a keyboard writes straight is curved.
    private static func withApostrophes(_ text: String) -> String {
        guard text.contains("'") else { return text }
        var characters = Array(text)
        for index in characters.indices.dropFirst().dropLast()
        where characters[index] == "'" && characters[index - 1].isLetter
            && (characters[index + 1].isLetter || "{«".contains(characters[index + 1]))
        { characters[index] = "’" }
        return String(characters)
    }

    // MARK: Roles

    private static var narrowings: [(word: String, value: RoleReference.Narrowing)] {
        [
            ("party", .party), ("person", .person), ("others", .otherParties), ("foreign", .foreignParties),
            ("all", .parties),
        ]
    }

    func rolesList(_ node: YAMLNode?) -> [RoleReference] { read.oneOrMore(node).compactMap(role) }

    /// `PI_FR`, or `SIG(party)`.
    func role(_ node: YAMLNode?) -> RoleReference? {
        guard let node, let text = read.text(node, .init(fr: "un rôle", en: "a role")) else { return nil }
        guard let parenthesis = text.firstIndex(of: "(") else { return known(text, at: node.place) }
        let word = String(text[text.index(after: parenthesis)...].dropLast())
        guard text.hasSuffix(")"), let narrowing = Self.narrowings.first(where: { $0.word == word })?.value
        else {
            let words = Self.narrowings.map { "(\($0.word))" }.joined(separator: ", ")
            log.report(
                .badValue, at: node.place,
                .init(
                    fr: "\(text.quotedInFrench) n’est pas un rôle : après le nom vient l’un de \(words)",
                    en: "\(text.quoted) is no role: after the name comes one of \(words)"))
            return nil
        }
        return known(String(text[..<parenthesis]), at: node.place).map {
            RoleReference($0.role, of: narrowing)
        }
    }

    private func known(_ role: String, at place: Place) -> RoleReference? {
        if roles.contains(role) { return RoleReference(role) }
        log.reportUnknown(.unknownRole, .init(fr: "aucun rôle", en: "role"), role, at: place, known: roles)
        return nil
    }

    // MARK: Values that acts carry

    private static var kinds: [(word: String, value: InputField.Kind)] {
        [
            ("text", .text), ("integer", .integer), ("flag", .flag), ("day", .day), ("instant", .instant),
            ("person", .person), ("document", .document),
        ]
    }

    /// Those that mean something only while an act is decided.
    private static var inputKinds: [(word: String, value: InputField.Kind)] {
        [
            ("party", .party), ("organisation", .organisation), ("organisations", .organisations),
            ("candidate", .candidate), ("call", .call),
        ]
    }

    func kind(_ node: YAMLNode?, ofInput: Bool = false) -> InputField.Kind? {
        guard let node else { return nil }
        guard case .sequence(let items) = node.content else {
            return read.choice(node, Self.kinds + (ofInput ? Self.inputKinds : []))
        }
        let words = items.compactMap { read.text($0) }
        guard !words.isEmpty, Set(words).count == words.count else {
            log.report(
                .badValue, at: node.place,
                .init(
                    fr: "un choix est une liste de mots différents",
                    en: "a choice is a list of different words"))
            return nil
        }
        return .choice(words)
    }

    /// `{ grade: [A, B], comment?: text }`: a name that ends in `?` may be absent.
    func input(_ node: YAMLNode?) -> [InputField] {
        read.entries(node, .init(fr: "un tableau de valeurs", en: "a mapping of values")).compactMap {
            entry in
            let isOptional = entry.key.hasSuffix("?")
            let name = isOptional ? String(entry.key.dropLast()) : entry.key
            guard read.isName(name, .word, at: entry.place), let kind = kind(entry.value, ofInput: true)
            else { return nil }
            uses.inputs.append(Uses.Use(name: name, place: entry.place))
            if case .choice(let words) = kind {
                uses.choices += words.map { Uses.Use(name: $0, place: entry.value.place) }
            }
            if name == "reason" {
                log.report(
                    .conflict, at: entry.place,
                    .init(
                        fr: "un motif se demande par reason: required",
                        en: "a reason is asked for with reason: required"))
            }
            return InputField(name, kind, required: !isOptional)
        }
    }
}
