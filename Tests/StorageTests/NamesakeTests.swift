import Agreements
import Engine
import Foundation
import Storage
import TestSupport
import Testing

@Suite("Live agreements of one acronym")
struct NamesakeTests {
    /// A file that is called so, as it is committed first.
    private static func file(_ acronym: String, _ reference: String? = nil) -> (
        draft: Draft, value: ErasableValue
    ) {
        let value = ErasableValue(
            id: Identifier(UUID()), salt: Array(repeating: 7, count: 16), value: .string(acronym))
        var draft = Draft(reference: reference)
        draft.decision.values = [value]
        draft.record("edit", [.dossier(fields: ["acronym": ValueReference(id: value.id, hash: value.hash)])])
        return (draft, value)
    }

    @Test(
        "Case, accents, ligatures and blanks around make no difference; every other character does",
        arguments: [
            ("Éole", "EOLE", true), ("Éole", "e\u{301}ole", true), ("Cœur", "COEUR", true),
            ("Straße", "STRASSE", true),
            ("SØREN", "Soren", true), ("NEURO ", "neuro", true), ("ÎLE-1", "ile-1", true),
            ("ΑΙΓΗ", "αιγη", true),
            ("NEURO", "NEURO2", false), ("NEURO-1", "NEURO1", false), ("NEURO", "", false),
            ("%", "NEURO", false),
        ])
    func folded(acronym: String, asked: String, isFound: Bool) async throws {
        try await World.with { world in
            let file = Self.file(acronym)
            #expect(try await world.agreements.commit([file.draft.commit]) == [.committed])
            let found = try await Catalogue(world.pool).namesakes(of: asked)
            #expect(found.count == (isFound ? 1 : 0))
            #expect(found.seen.map(\.acronym) == (isFound ? [acronym] : []))
            let id = file.draft.decision.agreement.id
            #expect(try await Catalogue(world.pool).namesakes(of: asked, besides: id).count == 0)
        }
    }

    @Test("Those whose life is over, which law has ended, or whose name was eliminated are none")
    func gone() async throws {
        try await World.with { world in
            let files = ["LIA-2016-001", "LIA-2016-002", "LIA-2016-003"].map { Self.file("Éole", $0) }
            for file in files { _ = try await world.agreements.commit([file.draft.commit]) }
            let catalogue = Catalogue(world.pool)
            let found = try await catalogue.namesakes(of: "eole").seen
            #expect(Set(found.map(\.reference)) == ["LIA-2016-001", "LIA-2016-002", "LIA-2016-003"])
            let ends: [(type: String, change: Change)] = [
                ("close", .processClosed(path: "life", status: .ended)),
                ("end", .legalStatus(status: .ended, effectiveOn: "2016-01-04")),
                ("values_eliminated", .eliminated(values: [files[2].value.id], documents: [])),
            ]
            for (file, end) in zip(files, ends) {
                var later = Draft(on: file.draft.decision.agreement)
                later.record(end.type, [end.change])
                #expect(try await world.agreements.commit([later.commit]) == [.committed])
            }
            #expect(try await catalogue.namesakes(of: "eole").count == 0)
        }
    }

    @Test("The office reads them all; whoever may not see one learns that there is one, and not which")
    func sight() async throws {
        try await World.with { world in
            _ = try await world.agreements.commit([Self.file("Éole", "LIA-2016-001").draft.commit])
            _ = try await world.grant("INT", to: world.bruno)
            try await world.asRole("entente_app") { pool in
                let office = try await Catalogue(pool, sight: .person(world.bruno)).namesakes(of: "EOLE")
                #expect(office.seen.map(\.reference) == ["LIA-2016-001"] && office.count == 1)
                let stranger = try await Catalogue(pool, sight: .person(world.anna)).namesakes(of: "EOLE")
                #expect(stranger.seen.isEmpty && stranger.count == 1)
            }
        }
    }
}
