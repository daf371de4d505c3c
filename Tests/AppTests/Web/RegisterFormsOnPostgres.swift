import Agreements
import App
import Engine
import Foundation
import Storage
import Testing
import Web

/// Each form of the register, filled in as somebody of the office would.
@Suite("The forms of the register on a real database")
struct RegisterFormsOnPostgres {
    private struct Room {
        let desk: WebDesk
        let visitor: Visitor

        func enter(_ entry: RegisterEntry, about id: String? = nil, _ values: [String: String] = [:])
            async throws
            -> EntryOutcome
        {
            #expect(try await desk.form(of: entry, about: id, visitor) != nil, "\(entry)")
            return try await desk.enter(
                EntryRequest(
                    entry: entry, about: id, values: values, requestID: "page/\(entry.rawValue)"), visitor)
        }

        /// What the forms of a list's first line are about.
        func first(of list: OfficeList) async throws -> String {
            let table = try await desk.table(list, ListQuery(), visitor)
            for case .entries(_, let id) in try #require(table.rows.first) { return id }
            throw CancellationError()
        }

        /// Who is told of which calls.
        func lines(_ filter: [String: String] = [:]) async throws -> [String] {
            try await desk.table(.subscriptions, ListQuery(filter), visitor).rows.map { row in
                row.compactMap { if case .text(let text) = $0 { text } else { nil } }.joined(separator: ": ")
            }
        }

        func count(_ list: OfficeList) async throws -> Int {
            try await desk.table(list, ListQuery(), visitor).count
        }
    }

    private func withRoom(_ body: @Sendable (Room, Installation) async throws -> Void) async throws {
        let site = try await CommandLineSite.laboratory()
        try await site.withInstallation { installation in
            let visitor = try await Visitor.named("denis", "INT", installation)
            try await body(Room(desk: WebDesk(installation), visitor: visitor), installation)
        }
        #expect(try await site.done(["audit", "verify"])["green"] == true)
    }

    @Test("People, organisations, rights and absences are entered and ended")
    func people() async throws {
        try await withRoom { room, house in
            let desk = CommandDesk(house)
            let counts = try await [OfficeList.people, .organisations, .grants].asyncMap(room.count)
            _ = try await room.enter(
                .organisation,
                ["id": "kaist", "name": "KAIST", "city": "Daejeon", "country": "kr", "kind": "foreign"])
            #expect(try await house.catalogue.organisations().contains { $0.city == "Daejeon" })
            let person = [
                "name": "Zoé Kim", "email": "zoe@kaist.example", "organisation": "kaist", "language": "en",
            ]
            #expect(try await room.enter(.person, person) == EntryOutcome())
            #expect(try await room.enter(.person, person) == EntryOutcome())
            _ = try await room.enter(
                .grant, ["person": "zoe@kaist.example", "role": "PART", "scope": "party:kaist"])
            let after = try await [OfficeList.people, .organisations, .grants].asyncMap(room.count)
            #expect(after == counts.map { $0 + 1 })
            let zoe = try await desk.person("zoe@kaist.example").description
            let address = try #require(try await room.enter(.invitation, about: zoe).address)
            #expect(address.contains("/invitations/"))
            _ = try await room.enter(
                .absence, ["person": "zoe@kaist.example", "from": "2016-03-02", "until": "2016-03-09"])
            _ = try await room.enter(.absenceEnd, about: try await room.first(of: .absences))
            _ = try await room.enter(.grantEnd, about: try await room.first(of: .grants))
            _ = try await room.enter(.departure, about: zoe)
            let row = try #require(
                try await house.catalogue.people().first { $0.person.id.description == zoe })
            #expect(!row.person.active)
        }
    }

    @Test("Somebody whose name was erased is told as eliminated in every list, by no number")
    func erased() async throws {
        try await withRoom { room, house in
            let desk = CommandDesk(house)
            let person = ["name": "Zoé Kim", "email": "zoe@snu.example"]
            _ = try await room.enter(.person, person)
            let zoe = try await desk.person("zoe@snu.example").description
            _ = try await room.enter(.subscription, ["person": "zoe@snu.example", "instruments": "LIA"])
            _ = try await room.enter(
                .grant, ["person": "zoe@snu.example", "role": "PART", "scope": "party:snu"])
            _ = try await room.enter(
                .absence, ["person": "zoe@snu.example", "from": "2016-03-02", "until": "2016-03-09"])
            _ = try await room.enter(.departure, about: zoe)
            _ = try await desk.erase(person: zoe, as: nil)
            for list in [OfficeList.people, .subscriptions, .grants, .absences] {
                let rows = try await room.desk.table(list, ListQuery(), room.visitor).rows
                let names = rows.compactMap(\.first)
                #expect(!names.contains(.text(zoe)), "\(list)")
                let isListed = list != .subscriptions || !rows.isEmpty
                let gone = ListCell.words(LocalizedText(fr: "(éliminé)", en: "(eliminated)"))
                #expect(!isListed || names.contains(gone), "\(list)")
            }
        }
    }

    @Test("The city of an organisation is changed, and one that is none is told beside its field")
    func city() async throws {
        try await withRoom { room, house in
            _ = try await room.enter(.city, about: "snu", ["city": "Séoul"])
            #expect(try await house.catalogue.organisations().first { $0.id == "snu" }?.city == "Séoul")
            let form = try await room.desk.form(of: .city, about: "snu", room.visitor)
            #expect(form?.fields.first?.value == "Séoul" && form?.about != nil)
            let refusal = await #expect(throws: Refusal.self) {
                try await room.desk.enter(
                    EntryRequest(
                        entry: .city, about: "snu", values: ["city": "Sé\u{202E}oul"], requestID: "page/2"),
                    room.visitor)
            }
            #expect(refusal?.field?.name == "city")
            let missing = await #expect(throws: FormProblem.self) {
                try await room.desk.enter(
                    EntryRequest(entry: .city, about: "snu", values: [:], requestID: "page/3"), room.visitor)
            }
            #expect(missing?.fields.keys.sorted() == ["city"])
        }
    }

    @Test("What is wrong with a typed text is said beside its field, never that it was not offered")
    func typedWrong() async throws {
        try await withRoom { room, _ in
            let name = ["name": "Zo\u{200B}é", "email": "zoe@snu.example"]
            let cases: [(RegisterEntry, [String: String], field: String, said: String)] = [
                (
                    .contact, ["address": "zz"], "address",
                    "Une seule adresse, comme contact@institut.example."
                ),
                (.person, name, "name", "sans caractère invisible : U+200B"),
                (
                    .person, ["name": "Zoé", "email": "zz"], "email",
                    "Une seule adresse, comme anne@institut.example."
                ),
            ]
            for (entry, values, field, said) in cases {
                let problem = await #expect(throws: FormProblem.self) {
                    try await room.desk.enter(
                        EntryRequest(entry: entry, about: nil, values: values, requestID: "page/wrong"),
                        room.visitor)
                }
                #expect(problem?.fields[field]?.fr == said, "\(entry) \(field)")
            }
        }
    }

    @Test("Measures, calls and mergers are entered; a measure is lifted, a call extended, a merger undone")
    func matters() async throws {
        try await withRoom { room, house in
            _ = try await room.enter(
                .measure,
                ["target": "KR", "kind": "no_event", "reference": "Règlement 1", "exempt": "instrument:LEA"])
            _ = try await room.enter(.measureEnd, about: try await room.first(of: .measures))
            _ = try await room.enter(
                .call,
                [
                    "instruments": "LIA", "year": "2 018", "opens": "2018-03-01T00:00",
                    "closes": "2018-06-15T17:00",
                ])
            let call = try #require(try await house.catalogue.calls().first { $0.year == 2018 })
            _ = try await room.enter(
                .callExtension, about: call.id.description, ["closes": "2018-06-22T17:00"])
            #expect(try await CommandDesk(house).call(call.id.description).closesAt > call.closesAt)
            _ = try await room.enter(.succession, ["kind": "itmo", "from": "IHP", "into": "I3M"])
            let mergers = try await room.count(.successions)
            #expect(mergers == 1)
            let merged = try await room.first(of: .successions)
            let form = try await room.desk.form(of: .successionEnd, about: merged, room.visitor)
            #expect(form?.about?.en == "Thematic institute – IHP → I3M")
            _ = try await room.enter(.successionEnd, about: merged)
            let left = try await room.count(.successions)
            #expect(left == 0)
            #expect(try await room.desk.form(of: .successionEnd, about: merged, room.visitor) == nil)
        }
    }

    @Test("Somebody is told of calls until that is ended, of some or of all; the list says of which")
    func subscriptions() async throws {
        try await withRoom { room, _ in
            for (name, values) in [("anne", ["instruments": "LIA"]), ("kim", [:])] {
                let address = "\(name)@inserm.example"
                let asked = EntryRequest(
                    entry: .subscription, about: nil, values: ["person": address, "instruments": "LIA"],
                    requestID: "page/\(name)")
                #expect(try await room.desk.enter(asked, room.visitor) == EntryOutcome())
                let line = try #require(try await room.lines(["text": name.uppercased()]).first)
                #expect(line.hasSuffix(": LIA"))
                #expect(try await room.lines(["instrument": "LIA"]).count == 1)
                let id = try await room.first(of: .subscriptions)
                let form = try #require(
                    try await room.desk.form(of: .subscriptionEnd, about: id, room.visitor))
                guard case .choices(let left)? = form.fields.first?.kind else { throw CancellationError() }
                #expect(left.map(\.value) == ["LIA"])
                let end = EntryRequest(
                    entry: .subscriptionEnd, about: id, values: values, requestID: "page/end/\(name)")
                for _ in 0..<2 { _ = try await room.desk.enter(end, room.visitor) }
                #expect(try await room.lines() == [])
                #expect(try await room.desk.form(of: .subscriptionEnd, about: id, room.visitor) == nil)
            }
        }
    }

    @Test("Everybody chooses for themselves of which calls they are told, once however often it is sent")
    func ownSubscriptions() async throws {
        try await withRoom { room, house in
            let kim = try await Visitor.named("kim", "PI_FR", house)
            #expect(try await room.desk.ownCalls(kim)?.value == nil)
            for _ in 0..<2 { try await room.desk.follow(["LIA"], requestID: "page/1", kim) }
            #expect(try await room.desk.ownCalls(kim)?.value == "LIA")
            for _ in 0..<2 { try await room.desk.follow([], requestID: "page/2", kim) }
            #expect(try await room.desk.ownCalls(kim)?.value == nil)
            let refusal = await #expect(throws: Refusal.self) {
                try await room.desk.follow(["GDRI"], requestID: "page/4", kim)
            }
            #expect(refusal?.code == "unknown_instrument")
        }
    }

    @Test(
        "The lists are changed with their dates, the same change once; loading leaves what was entered alone")
    func lists() async throws {
        try await withRoom { room, installation in
            let values = ["list": "itmo", "code": "AGE", "fr": "Vieillissement", "en": "Ageing"]
            for _ in 0..<2 { _ = try await room.enter(.reference, values) }
            func rows() async throws -> [ReferenceRow] {
                try await installation.reference.rows(of: .itmo).filter { $0.code == "AGE" }
            }
            #expect(try await rows().map(\.name.en) == ["Ageing"])
            let form = try await room.desk.form(of: .referenceChange, about: "itmo:AGE", room.visitor)
            #expect(form?.fields.first { $0.name == "en" }?.value == "Ageing")
            let change = ["fr": "Âge", "en": "Age", "from": "2017-01-01"]
            _ = try await room.enter(.referenceChange, about: "itmo:AGE", change)
            _ = try await room.enter(.referenceEnd, about: "itmo:AGE", ["until": "2018-01-01"])
            let dated = try await rows().map { "\($0.name.en) \($0.until?.description ?? "")" }
            #expect(dated == ["Ageing 2017-01-01", "Age 2018-01-01"])
            let refused = await #expect(throws: FormProblem.self) {
                try await room.enter(.referenceChange, about: "itmo:AGE", change)
            }
            #expect(refused?.fields.keys.map(\.self) == ["from"])
            _ = try await installation.reference.load(
                [ReferenceRow(.itmo, "AGE", name: .init(fr: "Autre", en: "Other"))],
                sha256: String(repeating: "0", count: 64))
            #expect(try await rows().map(\.name.en) == ["Ageing", "Age"])
        }
    }

    @Test("The contact address is that of the next mail and page, and stays as long as its setting does")
    func contact() async throws {
        try await withRoom { room, installation in
            _ = try await room.enter(.contact, ["address": "relations@inserm.example"])
            #expect(installation.webPorts.institution.contact == "relations@inserm.example")
            let form = try await room.desk.form(of: .contact, about: nil, room.visitor)
            #expect(form?.fields.first?.value == "relations@inserm.example")
            let stored = try await InstitutionStore(installation.databases.app).load()
            #expect(stored.contact == "relations@inserm.example")
            #expect(stored.contactSetting == installation.settings.institution.contactAddress)
        }
    }

    @Test(
        "What cannot be read is told by its field, and nothing is entered",
        arguments: [
            (RegisterEntry.person, ["name": "Zoé", "email": "zoe"], ["email"]),
            (.person, ["name": " ", "email": "z@kaist.example"], ["name"]),
            (.organisation, ["id": "K!", "name": "K", "country": "KR", "kind": "foreign"], ["id"]),
            (.grant, ["person": "denis@inserm.example", "role": "KING", "scope": "*"], ["role"]),
            (.grant, ["person": "denis@inserm.example", "role": "DU", "scope": "U1151"], ["scope"]),
            (.contact, ["address": "office"], ["address"]),
            (.reference, ["list": "itmo", "code": "A B", "fr": "A", "en": "A"], ["code"]),
            (.reference, ["list": "region", "code": "EU", "fr": "A", "en": "A"], ["member"]),
            (.reference, ["list": "country", "code": "KOR", "fr": "Corée", "en": "Korea"], ["code"]),
            (.reference, ["list": "country", "code": "ZZ", "fr": "Nulle part", "en": "Nowhere"], ["code"]),
            (
                .reference,
                ["list": "itmo", "code": "AB", "fr": "A", "en": "A", "successors": "ZZZ"], ["successors"]
            ),
            (.reference, ["list": "retention", "code": "AB", "fr": "A", "en": "A"], ["list"]),
            (.grant, ["person": "denis@inserm.example", "role": "DU", "scope": "unit:zz;drop"], ["scope"]),
            (.absence, ["person": "denis@inserm.example", "from": "2016-02-30"], ["from", "until"]),
            (
                .measure,
                ["target": "KR", "kind": "screen", "reference": String(repeating: "x", count: 301)],
                ["reference"]
            ),
            (.subscription, ["person": "nobody", "instruments": "XYZ"], ["instruments"]),
            (
                .call, ["instruments": "LIA,XYZ", "year": "n", "opens": "x", "closes": "y"],
                ["instruments", "year", "opens", "closes"]
            ),
        ] as [(RegisterEntry, [String: String], [String])])
    func unreadable(_ entry: RegisterEntry, _ values: [String: String], _ fields: [String]) async throws {
        try await withRoom { room, _ in
            let before = try await room.count(entry.list)
            let problem = await #expect(throws: FormProblem.self) { try await room.enter(entry, values) }
            #expect(Set(problem?.fields.keys.map(\.self) ?? []) == Set(fields))
            #expect(try await room.count(entry.list) == before)
        }
    }

    @Test(
        "What the register refuses stands beside the field that it is about",
        arguments: [
            (.grant, ["person": "nobody@x.example", "role": "DU", "scope": "*"], "person"),
            (.grant, ["person": "kim@inserm.example", "role": "DU", "scope": "itmo:NONE"], "scope"),
            (
                .measure, ["target": "ZZ", "kind": "no_new", "reference": "An order"], "target"
            ),
            (
                .call,
                [
                    "instruments": "LIA", "year": "15000", "opens": "2016-04-01T08:00",
                    "closes": "2016-05-01T17:00",
                ], "year"
            ),
            (.person, ["name": "Kim", "email": "kim@inserm.example"], "email"),
            (.organisation, ["id": "x2", "name": "Nowhere", "country": "ZZ", "kind": "foreign"], "country"),
            (.organisation, ["id": "x3", "name": "Korea", "country": "KOR", "kind": "foreign"], "country"),
            (
                .grant, ["person": "kim@inserm.example", "role": "DU", "scope": "agreement:LIA-1999-009"],
                "scope"
            ),
            (
                .measure,
                ["target": "RU", "kind": "no_new", "reference": "An order", "exempt": "party:nope"],
                "exempt"
            ),
            (
                .organisation, ["id": "x1", "name": "A\u{202E}B", "country": "kr", "kind": "foreign"], "name"
            ),
        ] as [(RegisterEntry, [String: String], String)])
    func beside(_ entry: RegisterEntry, _ values: [String: String], _ field: String) async throws {
        try await withRoom { room, _ in
            await #expect { try await room.enter(entry, values) } throws: { error in
                if let problem = error as? FormProblem { return problem.fields.keys.map(\.self) == [field] }
                return (error as? Refusal)?.field?.name == field
            }
        }
    }

    @Test("A right over one file is given by its reference, kept by its id, and read by every page")
    func fileOfGrant() async throws {
        let site = try await CommandLineSite.laboratory()
        let draft = try await site.proposal()
        let reference = try #require(try await CommandLineLifeTests.submit(draft, site)["reference"]?.text)
        try await site.withInstallation { installation in
            let desk = CommandDesk(installation)
            let grant = try await desk.grant(
                "AUD", to: "kim@inserm.example", scope: "agreement:\(reference)", from: nil, until: nil,
                as: "denis@inserm.example")
            #expect(grant.scope.description == "agreement:\(draft)")
            let kim = try await Visitor.named("kim", "AUD", installation)
            #expect(try await WebDesk(installation).file(reference, kim) != nil)
        }
    }

    @Test("Nobody grants a role to themselves, and what is not there has no form")
    func refused() async throws {
        try await withRoom { room, _ in
            let own = ["person": "denis@inserm.example", "role": "DG", "scope": "*"]
            let problem = await #expect(throws: FormProblem.self) { try await room.enter(.grant, own) }
            #expect(problem?.fields["person"]?.en.contains("another administrator") == true)
            for entry in RegisterEntry.allCases where entry.isAboutSomething {
                let form = try await room.desk.form(of: entry, about: "nothing", room.visitor)
                #expect(form == nil, "\(entry)")
            }
        }
    }
}

extension Sequence {
    fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
