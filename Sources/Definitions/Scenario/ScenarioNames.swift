import Agreements

/// The keys of a scenario: what each names, and where they are used.
struct ScenarioNames {
    enum Kind: String {
        case person, organisation, call, delegation, measure, agreement, document
        case retention = "rule of retention"

        fileprivate var french: String {
            switch self {
            case .person: "personne"
            case .organisation: "organisation"
            case .call: "appel"
            case .delegation: "délégation"
            case .measure: "mesure"
            case .agreement: "accord"
            case .document: "document"
            case .retention: "règle de conservation"
            }
        }
    }

    private(set) var declared: [String: (kind: Kind, place: Place)] = [:]
    private var uses: [(key: String, kinds: Set<Kind>, place: Place)] = []

    mutating func use(_ key: String, _ kinds: Set<Kind>, at place: Place) {
        uses.append((key, kinds, place))
    }

    mutating func declare(_ key: String, _ kind: Kind, at place: Place, _ log: FindingLog) {
        if let first = declared[key] {
            let message = LocalizedText(
                fr: "la clé \(key) a déjà un sens (\(first.kind.french)), en \(first.place)",
                en: "the key \(key) names a \(first.kind.rawValue) already, at \(first.place)")
            log.report(.duplicateName, at: place, message)
        } else {
            declared[key] = (kind, place)
        }
    }

    func check(_ log: FindingLog) {
        for use in uses {
            if let found = declared[use.key], use.kinds.contains(found.kind) { continue }
            let known = declared.filter { use.kinds.contains($0.value.kind) }.map(\.key)
            let kinds = use.kinds.sorted { $0.rawValue < $1.rawValue }
            let words = LocalizedText(
                fr: "aucune clé de \(kinds.map(\.french).joined(separator: " ou "))",
                en: kinds.map(\.rawValue).joined(separator: " or "))
            log.reportUnknown(.unknownName, words, use.key, at: use.place, known: known)
        }
    }
}
