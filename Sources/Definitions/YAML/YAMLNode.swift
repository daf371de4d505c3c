import Agreements

/// A value of a YAML file with its place.
///
/// Nothing is resolved: a scalar is the text that was written.
struct YAMLNode: Sendable {
    var place: Place
    var content: Content

    enum Content: Sendable {
        case scalar(YAMLScalar)
        case sequence([YAMLNode])
        case mapping([YAMLEntry])
    }

    var scalar: YAMLScalar? {
        guard case .scalar(let scalar) = content else { return nil }
        return scalar
    }

    /// Nothing was written, or `~`, or `null`.
    var isNull: Bool {
        guard let scalar, scalar.style == .plain else { return false }
        return ["", "~", "null"].contains(scalar.text)
    }

    /// What it is, as the end of "…, not".
    var kind: LocalizedText {
        switch content {
        case .scalar:
            isNull ? .init(fr: "une valeur vide", en: "nothing") : .init(fr: "un texte", en: "a text")
        case .sequence: .init(fr: "une liste", en: "a list")
        case .mapping: .init(fr: "un tableau de clés", en: "a mapping")
        }
    }
}
