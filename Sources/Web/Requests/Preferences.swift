/// A list of preferences with qualities, as `Accept` and `Accept-Language` write it (RFC 9110, 12.4.2).
///
/// Lenient: an element that cannot be read is passed over. At most ``elementsMax`` elements are read.
struct Preferences: Sendable {
    private let qualities: [(range: String, quality: Double)]

    static let elementsMax = 32

    init(_ field: String?) {
        qualities = (field ?? "").lowercased().split(separator: ",").prefix(Self.elementsMax).compactMap(
            Self.read)
    }

    var isEmpty: Bool { qualities.isEmpty }

    /// The quality that the list gives to exactly `range`, or nil when it does not name it.
    func quality(of range: String) -> Double? { qualities.first { $0.range == range }?.quality }

    /// The quality of a media type: the most specific range that covers it decides; 0 when none does.
    func quality(ofType type: String) -> Double {
        let family = type.prefix { $0 != "/" }
        return quality(of: type) ?? quality(of: "\(family)/*") ?? quality(of: "*/*") ?? 0
    }

    /// The quality of a language: `fr` is covered by `fr`, by `fr-CA`, and by `*`; 0 when by none.
    func quality(ofLanguage tag: String) -> Double {
        let named = qualities.filter { $0.range == tag || $0.range.hasPrefix("\(tag)-") }.map(\.quality).max()
        return named ?? quality(of: "*") ?? 0
    }

    private static func read(_ element: Substring) -> (range: String, quality: Double)? {
        let parts = element.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
        guard let range = parts.first, !range.isEmpty else { return nil }
        guard let text = parts.dropFirst().first(where: { $0.hasPrefix("q=") }) else { return (range, 1) }
        guard let quality = Double(text.dropFirst(2)), (0...1).contains(quality) else { return nil }
        return (range, quality)
    }
}
