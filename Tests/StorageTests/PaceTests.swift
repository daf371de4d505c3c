import Agreements
import Engine
import Foundation
import Schema
import Storage
import Testing

/// What the questions behind fast lists answer.
@Suite("Fast lists")
struct PaceTests {
    private static func filter(_ text: String) -> PortfolioFilter {
        var filter = PortfolioFilter(today: "2016-01-04")
        filter.text = text
        return filter
    }

    private static func named(_ acronym: String, reference: String) -> (draft: Draft, value: ErasableValue) {
        let value = ErasableValue(
            id: Identifier(UUID()), salt: Array(repeating: 7, count: 16), value: .string(acronym))
        var draft = Draft(reference: reference)
        draft.decision.values = [value]
        draft.record("edit", [.dossier(fields: ["acronym": ValueReference(id: value.id, hash: value.hash)])])
        return (draft, value)
    }

    @Test(
        "A text is found in reference, unit, party and acronym, in either case",
        arguments: [
            ("lia-2016-001", 1), ("2016-00", 2), ("u1151", 2), ("seoul", 2), ("NEURO", 1), ("rom", 1),
            ("%", 0), ("％", 0), ("＿", 0), ("﹪", 0), ("%\u{301}", 0), ("\u{301}", 0), ("\\", 0),
            ("nothing of it", 0),
        ])
    func finds(text: String, count: Int) async throws {
        try await World.with { (world) async throws in
            for (acronym, reference) in [("Neurom", "LIA-2016-001"), ("Cardio", "LIA-2016-002")] {
                let file = Self.named(acronym, reference: reference)
                #expect(try await world.agreements.commit([file.draft.commit]) == [.committed])
            }
            let catalogue = Catalogue(world.pool)
            #expect(try await catalogue.files(Self.filter(text), offset: 0, limit: 9).count == count)
            #expect(try await catalogue.count(of: Self.filter(text)) == count)
        }
    }

    @Test(
        "A file is found by words of its title and its partner, whatever their order and accents",
        arguments: [
            ("antibiotiques", 1), ("RESISTANCE seoul", 1), ("Résistance antibio", 1),
            ("university neurom", 1),
            ("l’antibiotiques d'resistance", 1), ("resistance paris", 0),
        ])
    func words(text: String, count: Int) async throws {
        try await World.with { (world) async throws in
            _ = try await world.agreements.commit([Self.titled.commit])
            let catalogue = Catalogue(world.pool)
            #expect(try await catalogue.count(of: Self.filter(text)) == count)
        }
    }

    @Test("A title is found by those only who may read it")
    func titles() async throws {
        try await World.with { (world) async throws in
            _ = try await world.agreements.commit([Self.titled.commit])
            _ = try await world.grant("ADM", to: world.anna)
            _ = try await world.grant("FSD", to: world.bruno)
            try await world.asRole("entente_app") { (pool) async throws in
                let (administrator, security) = (
                    Catalogue(pool, sight: .person(world.anna)), Catalogue(pool, sight: .person(world.bruno))
                )
                #expect(
                    try await administrator.count(of: Self.filter("seoul")) == 1, "The file itself is seen.")
                #expect(try await administrator.count(of: Self.filter("antibiotiques")) == 0)
                #expect(try await security.count(of: Self.filter("antibiotiques")) == 1)
            }
        }
    }

    @Test(
        "The roles that find a file by its title are those that read it on its page, of a draft its readers")
    func readers() throws {
        let script = try #require(Migration.all.first { $0.name == "0035_found_titles" }).script
        let lists = script.matches(of: /r\.role IN \(([^)]*)\)/).map { match in
            Set(match.1.split(separator: ",").map { $0.filter { $0.isLetter || $0 == "_" } })
        }
        let readers = SightMatrix.rows.filter { !$0.value.isDisjoint(with: [.dossier, .texts]) }.keys
        #expect(lists == [Set(readers), SightMatrix.draftReaders])
    }

    /// A file with a title in French.
    private static var titled: Draft {
        var (draft, acronym) = named("Neurom", reference: "LIA-2016-001")
        let title = ErasableValue(
            id: Identifier(UUID()), salt: Array(repeating: 7, count: 16),
            value: .string("La résistance aux antibiotiques"))
        draft.decision.values.append(title)
        draft.record(
            "edit",
            [
                .dossier(fields: [
                    "acronym": ValueReference(id: acronym.id, hash: acronym.hash),
                    "titleFr": ValueReference(id: title.id, hash: title.hash),
                ])
            ])
        return draft
    }

    @Test("An acronym is found by nobody who may not see its file, nor by anybody after its elimination")
    func hidesAndForgets() async throws {
        try await World.with { (world) async throws in
            let file = Self.named("Neurom", reference: "LIA-2016-001")
            #expect(try await world.agreements.commit([file.draft.commit]) == [.committed])
            _ = try await world.grant("INT", to: world.bruno)
            try await world.asRole("entente_app") { (pool) async throws in
                let (stranger, office) = (
                    Catalogue(pool, sight: .person(world.anna)), Catalogue(pool, sight: .person(world.bruno))
                )
                #expect(try await stranger.count(of: Self.filter("neuro")) == 0)
                let found = try await office.files(Self.filter("neuro"), offset: 0, limit: 9)
                #expect(found.map(\.subject) == ["Neurom"])
            }
            var later = Draft(on: file.draft.decision.agreement)
            later.record("values_eliminated", [.eliminated(values: [file.value.id], documents: [])])
            #expect(try await world.agreements.commit([later.commit]) == [.committed])
            #expect(try await Catalogue(world.pool).count(of: Self.filter("neuro")) == 0)
        }
    }

    @Test("Whoever is assigned finds the file and its open step; nobody else finds them")
    func ownFile() async throws {
        try await World.with { (world) async throws in
            var own = Draft()
            own.record("assign", [.roleAssigned(assignment: .init(role: "PI_FR", person: world.bruno))])
            #expect(
                try await world.agreements.commit([own.commit, Draft().commit]) == [.committed, .committed])
            try await world.asRole("entente_app") { (pool) async throws in
                let catalogue = Catalogue(pool, sight: .person(world.bruno))
                #expect(try await catalogue.seenAgreements() == [own.decision.agreement.id])
                #expect(
                    try await catalogue.tasks(of: world.bruno).map(\.agreement) == [own.decision.agreement.id]
                )
                #expect(try await Catalogue(pool, sight: .nobody).tasks(of: world.bruno).isEmpty)
            }
        }
    }
}
