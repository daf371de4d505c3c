import Expressions

/// A guard of four clauses over declared objects, as a definition writes them.
enum GuardCase {
    static let source = """
        agreement.text.version > 0 && dossier.budget <= call.ceiling \
        && agreement.instrument in ['LEA', 'LIA'] && now < call.closesAt
        """

    static func program() throws -> Program {
        let environment = Environment(
            variables: [
                "agreement": .object("Agreement"), "dossier": .object("Dossier"), "call": .object("Call"),
                "now": .timestamp,
            ],
            objects: [
                "Agreement": [
                    "instrument": .string, "number": .string, "renewals": .int, "text": .object("Text"),
                    "title": .string,
                ],
                "Text": ["sha256": .string, "version": .int],
                "Dossier": ["budget": .int, "partners": .int, "present": .list(.string)],
                "Call": ["ceiling": .int, "closesAt": .timestamp, "opensAt": .timestamp],
            ])
        return try environment.compile(source)
    }

    static let bindings = ValueMap([
        "agreement": [
            "instrument": "LIA", "number": "LIA-2026-0042", "renewals": 1, "title": "Neurons",
            "text": ["sha256": "9f86d081884c7d659a2feaa0c55ad015", "version": 3],
        ],
        "dossier": ["budget": 40_000, "partners": 2, "present": ["budget", "letter"]],
        "call": ["ceiling": 60_000, "opensAt": time(1_767_225_600), "closesAt": time(1_798_761_600)],
        "now": time(1_780_000_000),
    ])

    private static func time(_ seconds: Int64) -> Value {
        Value.Timestamp(seconds: seconds).map { .timestamp($0) } ?? .null
    }
}
