package import Expressions

/// What guards and formulas of workflow files may speak of: the table of `Workflows/README.md`, declared.
package enum GuardEnvironment {
    /// The names, object types and functions, with the day functions of `zone`.
    ///
    /// Days are texts (`2016-12-31`) and the empty text where none is known; instants are timestamps.
    package static func environment(zone: Zone) -> Environment {
        Environment(
            variables: variables, objects: objects, functions: GuardFunctions.all(zone: zone),
            domains: domains)
    }

    /// What is known of the values beyond their types; without a call, `call` has no value.
    private static let domains = Domains(
        [
            "agreement.legal": Domain(choices: LegalStatus.allCases.map { .string($0.rawValue) }),
            "agreement.renewals": Domain(minimum: 0), "agreement.text.version": Domain(minimum: 0),
            "text.version": Domain(minimum: 0),
            "agreement.start": Domain(days: .orNone, example: "2017-01-01"),
            "agreement.end": Domain(days: .orNone, example: "2020-12-31"),
            "agreement.plannedStart": Domain(days: .orNone), "agreement.lastSignature": Domain(days: .orNone),
            "agreement.text.lastSignature": Domain(days: .orNone),
            "text.lastSignature": Domain(days: .orNone),
            "agreement.text.added": Domain(days: .orNone), "text.added": Domain(days: .orNone),
        ],
        orderings: [Domains.Ordering("call.opensAt", "call.closesAt")], unbound: ["call"])

    private static let values = CELType.map(.string, .dyn)
    private static let texts = CELType.list(.string)

    private static let variables: [String: CELType] = [
        "now": .timestamp, "event": values, "actor": .object("Actor"), "agreement": .object("Agreement"),
        "dossier": .object("Dossier"), "call": .object("Call"), "measures": .object("Measures"),
        "delegations": .object("Delegations"),
        "children": .list(.object("Child")), "item": .map(.string, .dyn), "vars": values, "param": values,
        "rule": values, "text": .object("Text"), "texts": .list(.object("Text")),
        "signatures": .list(.object("Signature")),
    ]

    private static let objects: [String: [String: CELType]] = [
        "Actor": ["person": .string, "unit": .string, "organisation": .string, "roles": texts],
        "Candidate": ["person": .string, "unit": .string, "organisation": .string],
        "Agreement": agreement,
        "Party": [
            "id": .string, "name": .string, "country": .string, "kind": .string, "home": .bool,
            "epscp": .bool,
        ],
        "Signature": [
            "party": .string, "person": .string, "capacity": .string, "dated": .string, "sha256": .string,
            "void": .bool,
        ],
        "Text": [
            "version": .int, "sha256": .string, "signedBy": texts, "lastSignature": .string, "added": .string,
        ],
        "Dossier": [
            "complete": .bool, "missing": texts, "present": texts, "attachments": texts, "beyond": texts,
            "taken": texts,
        ],
        "Call": [
            "id": .string, "year": .int, "opensAt": .timestamp, "closesAt": .timestamp,
            "rankingAt": .timestamp,
        ],
        "Lab": ["id": .string, "name": .string, "party": .string, "head": .string],
        "Measures": [
            "forbidNew": .bool, "flagged": .bool, "kinds": texts, "parties": .list(.object("MeasuredParty")),
            "noNew": .list(.object("StoppedParty")),
            "nextChange": .dyn,
        ],
        "Delegations": ["nextLapse": .dyn],
        "MeasuredParty": ["id": .string, "kinds": texts],
        "StoppedParty": ["id": .string, "from": .string],
        "Child": [
            "name": .string, "chart": .string, "outcome": .string, "path": .string, "ended": .bool,
            "item": values, "states": texts,
        ],
    ]

    private static let agreement: [String: CELType] = [
        "id": .string, "reference": .string, "instrument": .string, "legal": .string, "acronym": .string,
        "unit": .string, "itmo": .string, "start": .string, "end": .string, "plannedStart": .string,
        "lastSignature": .string, "parties": .list(.object("Party")),
        "foreignParties": .list(.object("Party")), "formerParties": .list(.object("Party")),
        "labs": .list(.object("Lab")), "cites": texts,
        "signatures": .list(.object("Signature")), "renewals": .int, "text": .object("Text"),
        "texts": .list(.object("Text")),
    ]
}
