import Expressions

/// An agreement on which a condition over signatures is tried: what guards of the life read of it, where text
/// and signatures are those of the agreement.
struct SigningTrial {
    /// How one party stands to the current text.
    enum Signing: CaseIterable {
        case none, current, twice, other, void
        /// What a new version leaves: a void signature of the text before, with one of the current text or without.
        case again, formerVoid

        var isSigned: Bool { [.current, .twice, .again].contains(self) }
    }

    /// The ids of the first and of the last parties; all others have ids that are equal to nothing else.
    var firstNames: [String] = []
    var lastNames: [String] = []
    var sha256 = unnamed
    /// Whether the text is that of a process of its own: then all have signed the agreement's, which is another.
    var textIsOwn = false
    /// Whether parties and signatures have all their fields: those of some of the institution's.
    var isWhole = false

    /// Whether neither parties nor the text are called by what a condition names.
    var isPlain: Bool { !namesParties && sha256 == Self.unnamed }
    /// Whether some parties are told from the others.
    var namesParties: Bool { !firstNames.isEmpty || !lastNames.isEmpty }

    /// What is read when the parties have signed so, and so many others as well, in the order of the parties or the
    /// other way round.
    func facts(_ signings: [Signing], strangers: Int = 0, isReversed: Bool = false) -> [String: Value] {
        func ordered(_ values: [Value]) -> [Value] { isReversed ? values.reversed() : values }
        let ids = signings.indices.map { id($0, of: signings.count) }
        let others = (0..<strangers).map { Value.object(["stranger": .int(Int64($0))]) }
        let valid = ordered(zip(ids, signings).filter { $1.isSigned }.map { $0.0 } + others)
        var text: [String: Value] = ["sha256": sha256, "signedBy": .list(valid)]
        if isWhole { text["version"] = .int(2) }
        let parties = ids.enumerated().map { party($1, $0) }
        let list = ordered(
            zip(ids, signings).flatMap { signatures($1, by: $0) } + others.map { signature(by: $0) })
        let former = formerText(ids)
        let agreement = Value.object([
            "parties": .list(parties), "foreignParties": .list(Array(parties.dropFirst())),
            "text": textIsOwn ? former.text : .object(text),
            "signatures": .list(textIsOwn ? former.signatures : list),
        ])
        return ["agreement": agreement, "text": .object(text), "signatures": .list(list)]
    }

    /// A text that all of these have signed, beside that of the process.
    private func formerText(_ ids: [Value]) -> (text: Value, signatures: [Value]) {
        let sha256 = Value.object(["text": .int(2)])
        var text: [String: Value] = ["sha256": sha256, "signedBy": .list(ids)]
        if isWhole { text["version"] = .int(1) }
        return (.object(text), ids.map { signature(by: $0, of: sha256) })
    }

    private func id(_ index: Int, of count: Int) -> Value {
        if firstNames.indices.contains(index) { return .string(firstNames[index]) }
        let last = index - (count - lastNames.count)
        if lastNames.indices.contains(last) { return .string(lastNames[last]) }
        return isWhole ? .string("p\(index)") : .object(["party": .int(Int64(index))])
    }

    private func party(_ id: Value, _ index: Int) -> Value {
        guard isWhole else { return .object(["id": id]) }
        return .object([
            "id": id, "name": .string("P\(index)"), "country": .string("FR"), "kind": .string("epst"),
            "home": .bool(index == 0), "epscp": .bool(false),
        ])
    }

    /// A hash that is equal to nothing else.
    private static let unnamed = Value.object(["text": .int(0)])
    /// The hash of the text before.
    private static let former = Value.object(["text": .int(1)])

    private func signatures(_ signing: Signing, by party: Value) -> [Value] {
        switch signing {
        case .none: []
        case .current: [signature(by: party)]
        case .twice: [signature(by: party), signature(by: party)]
        case .other: [signature(by: party, of: Self.former)]
        case .void: [signature(by: party, isVoid: true)]
        case .again: [signature(by: party, of: Self.former, isVoid: true), signature(by: party)]
        case .formerVoid: [signature(by: party, of: Self.former, isVoid: true)]
        }
    }

    private func signature(by party: Value, of text: Value? = nil, isVoid: Bool = false) -> Value {
        var fields = ["party": party, "sha256": text ?? sha256, "void": Value.bool(isVoid)]
        if isWhole {
            fields.merge([
                "person": .string("s"), "capacity": .string("in_person"), "dated": .string("2016-12-01"),
            ]) { $1 }
        }
        return .object(fields)
    }
}
