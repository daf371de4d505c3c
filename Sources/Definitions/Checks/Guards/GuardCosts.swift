import Agreements
import Expressions

/// No formula can exceed the cost that an evaluation is allowed, for the sizes that agreements have.
enum GuardCosts: GuardCheck {
    /// The most that the lists of guards are assumed to have, and the texts: a name of 250 letters, or an address.
    static let sizes = CostSizes(lists: lists, other: 40, text: 256)

    private static let lists = [
        "agreement.parties": 24, "agreement.foreignParties": 24, "agreement.formerParties": 24,
        "agreement.labs": 40, "agreement.cites": 8, "agreement.signatures": 48, "signatures": 48,
        "agreement.texts": 24, "texts": 24, "text.signedBy": 24, "agreement.text.signedBy": 24,
        "measures.parties": 24, "measures.noNew": 24, "children": 48, "dossier.missing": 40,
        "dossier.present": 40,
        "dossier.attachments": 24, "dossier.beyond": 40, "dossier.taken": 1,
        "measures.kinds": 8, "actor.roles": 24,
    ]
    static func run(in world: GuardWorld, _ log: FindingLog) {
        for use in world.processes.flatMap(\.formulas) {
            let program = use.formula.program
            let bound = program.costBound(sizes, knowing: world.knowledge(in: use.process, nil))
            guard bound > program.costLimit else { continue }
            let assumed =
                lists.filter { use.formula.source.contains($0.key) }.sorted { $0.key < $1.key }
                .map { LocalizedText(name: "\($0.value) \($0.key)") }
                + [
                    .init(
                        fr: "\(sizes.other) éléments d’autres listes",
                        en: "\(sizes.other) elements of other lists"),
                    .init(
                        fr: "des textes de \(sizes.text) octets", en: "texts of \(sizes.text) bytes"),
                ]
            let list = assumed.joined(separator: ", ")
            log.report(
                .guardCost, at: use.place,
                .init(
                    fr: """
                        la formule peut prendre \(bound) pas, et \(program.costLimit) sont admis, avec \(list.fr)
                        """,
                    en: """
                        the formula may take \(bound) steps, and \(program.costLimit) are allowed, with \(list.en)
                        """))
        }
    }
}
