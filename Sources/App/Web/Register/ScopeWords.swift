import Agreements
import Storage
import Web

/// What grants and delegations cover, in words.
struct ScopeWords {
    private var references: [String: String] = [:]
    private var organisations: [String: String] = [:]

    /// Reads what the scopes name.
    init(of scopes: [Scope], _ catalogue: Catalogue) async throws {
        for scope in Set(scopes) {
            let (kind, name) = Self.parts(scope)
            guard kind == "agreement", let id = Agreement.ID(name) else { continue }
            references[name] = try await catalogue.agreement(id)?.reference
        }
        guard scopes.contains(where: { Self.parts($0).kind == "party" }) else { return }
        for organisation in try await catalogue.organisations() {
            organisations[organisation.id.description] = organisation.name
        }
    }

    /// The cell of a list.
    func cell(_ scope: Scope) -> ListCell {
        let (kind, name) = Self.parts(scope)
        switch kind {
        case "agreement":
            return .link(WebDesk.file(references[name]), to: WebDesk.path(references[name] ?? name))
        case "party": return .text(organisations[name] ?? name)
        case "unit": return .words(LocalizedText(fr: "Unité \(name)", en: "Unit \(name)"))
        case "itmo": return .text("ITMO \(name)")
        case "instrument": return .text(name)
        default: return .words(LocalizedText(fr: "Tout", en: "Everything"))
        }
    }

    private static func parts(_ scope: Scope) -> (kind: String, name: String) {
        let text = scope.description
        return (String(text.prefix { $0 != ":" }), String(text.drop { $0 != ":" }.dropFirst()))
    }
}
