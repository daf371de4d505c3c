import Agreements
import Web

/// The field of a form of the register beside which a refusal stands that names none of the form.
struct RefusedField {
    let name: String

    /// Nil where the refusal is of the form as a whole, or names its field itself.
    init?(_ refusal: Refusal, in request: EntryRequest, _ fields: [String]) {
        guard refusal.field.map({ !fields.contains($0.name) }) ?? true,
            let candidates = Self.fields[refusal.code]?.filter(fields.contains)
        else { return nil }
        let named = candidates.first { name in
            Self.names(in: request.values[name] ?? "").contains { refusal.text.fr.contains($0.shortened) }
        }
        guard let name = named ?? candidates.first else { return nil }
        self.name = name
    }

    /// What a value speaks of: a scope names it behind its kind, a list names several.
    private static func names(in value: String) -> [String] {
        value.split(separator: ",").compactMap {
            $0.split(separator: ":").last.map { "\($0)".trimmedOfBlanks }
        }
    }

    /// What a refusal can be about, by its code; of several the one whose value it repeats.
    private static let fields: [String: [String]] = [
        "unknown_person": ["person", "grantor", "grantee"], "no_account": ["person"],
        "own_right": ["person"], "example_addresses_only": ["email", "address"],
        "already_exists": ["email", "id", "code", "from"],
        "unknown_country": ["target", "country", "member", "code"],
        "former_country": ["target", "country", "member", "code"],
        "unknown_unit": ["unit", "scope", "from", "into", "exempt"],
        "unknown_itmo": ["scope", "itmo", "code", "from", "into", "exempt"],
        "no_such_agreement": ["scope", "exempt"],
        "former_itmo": ["scope", "itmo", "code"], "unknown_role": ["role"],
        "unknown_instrument": ["instruments", "scope", "exempt"],
        "no_such_organisation": ["organisation", "target", "scope", "exempt"], "already_succeeded": ["from"],
        "succession_cycle": ["into"], "ranking_began": ["closes"], "reference_later": ["from", "until"],
    ]
}
