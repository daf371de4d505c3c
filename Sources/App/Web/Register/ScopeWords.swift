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
        guard kind == "agreement" else { return .words(text(scope)) }
        return .link(text(scope), to: WebDesk.path(references[name] ?? name))
    }

    /// The scope in words.
    func text(_ scope: Scope) -> LocalizedText {
        let (kind, name) = Self.parts(scope)
        func same(_ text: String) -> LocalizedText { LocalizedText(fr: text, en: text) }
        switch kind {
        case "agreement": return WebDesk.file(references[name])
        case "party": return same(organisations[name] ?? name)
        case "unit": return LocalizedText(fr: "Unité \(name)", en: "Unit \(name)")
        case "itmo": return same("ITMO \(name)")
        case "instrument": return same(name)
        default: return LocalizedText(fr: "Tout", en: "Everything")
        }
    }

    private static func parts(_ scope: Scope) -> (kind: String, name: String) {
        let text = scope.description
        return (String(text.prefix { $0 != ":" }), String(text.drop { $0 != ":" }.dropFirst()))
    }
}
