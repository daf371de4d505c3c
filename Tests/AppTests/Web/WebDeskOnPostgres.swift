import Agreements
import App
import Engine
import Foundation
import Storage
import Testing
import Web

@Suite("What the pages ask of a real database")
struct WebDeskOnPostgres {
    @Test("An act on several files is a command for each; sent again it is told, and done once")
    func several() async throws {
        let site = try await CommandLineSite.laboratory()
        let files = [try await site.proposal(), try await site.proposal()]
        try await site.withInstallation { installation in
            let desk = WebDesk(installation)
            let anne = try await Visitor.named("anne", "PI_FR", installation)
            let items = try await desk.worklist(anne)
            #expect(Set(items.map(\.file)) == Set(files))
            let sets = items.map { $0.acts.first { $0.name.event == "submit" }?.set }
            #expect(sets.count == 2 && sets[0] != nil && sets[0] == sets[1])
            for file in files {
                let order = try await Self.discard(file, desk, anne)
                #expect(try await desk.earlier(order, of: file, anne) == nil)
                let done = try await desk.act(order, of: file, anne)
                #expect(done.map(\.en) == ["Dropped"])
                #expect(try await desk.earlier(order, of: file, anne) == done)
                #expect(try await desk.act(order, of: file, anne) == done)
                var other = order
                other.requestID += "x"
                #expect(try await desk.earlier(other, of: file, anne) == nil)
                #expect(try await desk.form(order.act, of: file, anne) == nil)
            }
        }
        #expect(try await site.done(["audit", "verify"])["green"] == true)
    }

    @Test("An act that a measure refuses is counted on no file")
    func measured() async throws {
        let site = try await CommandLineSite.laboratory()
        for _ in 0..<2 { _ = try await site.proposal() }
        func sets() async throws -> [String: Int] {
            try await site.withInstallation { installation in
                let anne = try await Visitor.named("anne", "PI_FR", installation)
                let sets = try await WebDesk(installation).worklist(anne, shown: 0..<1).sets
                return Dictionary(sets.map { ($0.event, $0.count) }, uniquingKeysWith: +)
            }
        }
        let before = try await sets()
        #expect(before == ["submit": 2])
        try await site.done([
            "measure", "set", "KR", "no_new", "--reference", "Council decision 1", "--as",
            "denis@inserm.example",
        ])
        let after = try await sets()
        #expect(after.isEmpty)
    }

    private static func discard(_ file: String, _ desk: WebDesk, _ anne: Visitor) async throws -> ActRequest {
        let name = ActName("discard", process: "life")
        let form = try #require(try await desk.form(name, of: file, anne))
        #expect(form.asksReason && form.fields.isEmpty)
        return ActRequest(
            act: name, values: [:], reason: "Another road", principal: nil, revision: form.revision,
            requestID: "page/r-1/\(file)/life")
    }

    @Test("While the database is away the start page says that it can be had later")
    func away() async throws {
        let site = try await CommandLineSite.laboratory()
        try await site.withInstallation { installation in
            let status = StatusReport(installation).port
            _ = try await status.overview()
            await installation.databases.shutdown()
            await #expect(throws: WebUnavailable.self) { try await status.overview() }
        }
    }

    @Test("A draft that waits for the endorsement of the head of unit is theirs to do until they give it")
    func endorsement() async throws {
        let site = try await CommandLineSite.laboratory()
        let file = try await site.proposal([
            "--field", "titleFr=Réservoirs", "--field", "yearlyBudget=15000",
        ])
        try await site.withInstallation { installation in
            let desk = WebDesk(installation)
            let head = try await Visitor.named("bernard", "DU", installation)
            let anne = try await Visitor.named("anne", "PI_FR", installation)
            let item = try #require(try await desk.worklist(head).first { $0.file == file })
            #expect(item.task.en == "Endorse as head of unit")
            #expect(item.acts.map(\.name.event) == ["grant_visa"])
            #expect(item.lead == "anne" && item.project?.en == "Réservoirs" && item.amount == 15_000)
            #expect(try await desk.worklist(anne).filter { $0.file == file }.count == 1)
            for (visitor, isOwn) in [(head, true), (anne, false)] {
                let view = try #require(try await desk.file(file, visitor))
                let wait = try #require(view.waits.first { $0.task == item.task })
                #expect(wait.isOwn == isOwn && wait.holders.map(\.name) == ["bernard"])
            }
            _ = try await desk.act(
                ActRequest(
                    act: ActName("grant_visa", process: "life"), values: [:], reason: nil, principal: nil,
                    revision: nil, requestID: "page/visa"), of: file, head)
            #expect(try await desk.worklist(head).isEmpty)
            let view = try #require(try await desk.file(file, anne))
            #expect(!view.waits.contains { $0.task == item.task })
        }
    }

    @Test(
        "A page of the worklist tells its own steps and counts them all; an act of several is counted once a file"
    )
    func pages() async throws {
        let site = try await CommandLineSite.laboratory()
        for number in 1...3 {
            _ = try await CommandLineLifeTests.submit(
                try await site.proposal(), site, called: "LAB\(number)")
        }
        try await site.withInstallation { installation in
            let desk = WebDesk(installation)
            let denis = try await Visitor.named("denis", "INT", installation)
            let all = try await desk.worklist(denis, shown: 0..<Int.max)
            let (first, last) = (
                try await desk.worklist(denis, shown: 0..<2), try await desk.worklist(denis, shown: 2..<4)
            )
            #expect(all.count == 3 && first.count == 3 && last.count == 3)
            #expect(first.items + last.items == all.items && first.items.count == 2)
            #expect(try await desk.worklist(denis, shown: 50..<100).items.isEmpty)
            let acts = all.items.flatMap(\.acts).filter { $0.set != nil }
            #expect(!all.sets.isEmpty && Set(all.sets.map(\.count)) == [3])
            #expect(Set(all.sets.map(\.name)) == Set(acts.compactMap(\.set)))
            #expect(first.sets == all.sets)
        }
    }

    @Test("A file tells what people did in it; what the machine noted of its steps and clocks stays out")
    func told() async throws {
        let site = try await CommandLineSite.laboratory()
        let answer = try await CommandLineLifeTests.submit(try await site.proposal(), site)
        let file = try #require(answer["reference"]?.text)
        try await site.withInstallation { installation in
            let catalogue = installation.catalogue
            let kept = try #require(try await catalogue.file(named: file))
            let id = kept.id
            let (told, whole) = (
                try await catalogue.events(toldOf: id), try await catalogue.history(of: id.description)
            )
            #expect(told.map(\.hash) == whole.map(\.hash) && told.count > 3)
            #expect(told.documentGivers == whole.documentGivers && !whole.documentGivers.isEmpty)
            #expect(told.map(\.payload.input) == whole.map(\.payload.input))
            let machine = whole.flatMap(\.payload.changes).filter(\.isOfTheMachine)
            let rest = whole.flatMap(\.payload.changes).filter { !$0.isOfTheMachine }
            #expect(told.flatMap(\.payload.changes) == rest && !machine.isEmpty && !rest.isEmpty)
            #expect(told.allSatisfy { $0.payload.reads.isEmpty && $0.payload.notices.isEmpty })
            #expect(kept.values == (try await catalogue.values(of: id.description)))
            #expect(kept.fileNames == (try await catalogue.documentNames(of: id)))
        }
    }

    @Test("Where an act cannot be opened its reason is the true one")
    func absences() async throws {
        let site = try await CommandLineSite.laboratory()
        let file = try await site.proposal()
        try await site.withInstallation { installation in
            let desk = WebDesk(installation)
            let anne = try await Visitor.named("anne", "PI_FR", installation)
            let expected: [(act: ActName, absence: ActAbsence?)] = [
                (ActName("refer", process: "life"), .notTheirs),
                (ActName("withdraw", process: "life"), .notNow),
                (ActName("withdraw", process: "report/2016"), .noPart),
                (ActName("submit", process: "lief"), .elsewhere(process: "life")),
                (ActName("fly", process: "life"), nil),
            ]
            for (act, absence) in expected {
                #expect(try await desk.form(act, of: file, anne) == nil)
                #expect(try await desk.absence(of: act, in: file, anne) == absence, "\(act)")
            }
            #expect(
                try await desk.absence(of: ActName("refer", process: "life"), in: "LIA-1999-001", anne) == nil
            )
        }
    }

    @Test("Whoever acts for somebody is told for whom; whose step it is by their own right is not")
    func delegate() async throws {
        let site = try await CommandLineSite.laboratory()
        _ = try await CommandLineLifeTests.submit(try await site.proposal(), site)
        try await site.withInstallation { installation in
            let desk = WebDesk(installation)
            let denis = try await Visitor.named("denis", "INT", installation)
            let kim = try await Visitor.named("kim", "INT", installation)
            #expect(try await desk.worklist(kim).compactMap(\.principal).isEmpty)
            try await desk.delegate(
                DelegationRequest(
                    role: "INT", grantee: kim.person.description, scope: "*",
                    days: FormDays(first: "2016-03-01", last: "2016-03-31"), requestID: "page/r-1"), denis)
            #expect(try await desk.worklist(kim).compactMap(\.principal) == ["denis"])
            #expect(try await desk.worklist(denis).map(\.principal) == [nil])
        }
    }

    @Test(
        "What the office asked for stands with the step and the act that answers it, and the answer with the next step"
    )
    func asked() async throws {
        let site = try await CommandLineSite.laboratory()
        let answer = try await CommandLineLifeTests.submit(try await site.proposal(), site)
        let file = try #require(answer["reference"]?.text)
        try await site.done(
            ["act", file, "ask", "--reason", "Join the letter", "--as", "denis@inserm.example"])
        try await site.withInstallation { installation in
            let desk = WebDesk(installation)
            let anne = try await Visitor.named("anne", "PI_FR", installation)
            #expect(try await desk.worklist(anne).first { $0.file == file }?.asked == "Join the letter")
            let name = ActName("resubmit", process: "life")
            let form = try #require(try await desk.form(name, of: file, anne))
            #expect(form.asked == "Join the letter")
            let view = try #require(try await desk.file(file, anne))
            #expect(view.waits.first?.remarks.first?.reason == "Join the letter")
            _ = try await desk.act(
                ActRequest(
                    act: name, values: [:], reason: "It was joined", principal: nil, revision: form.revision,
                    requestID: "page/r-1"), of: file, anne)
            let denis = try await Visitor.named("denis", "INT", installation)
            let next = try #require(try await desk.file(file, denis))
            #expect(next.waits.first?.remarks.first?.reason == "It was joined")
        }
    }

    @Test(
        "All that a sending lacks is said at once; an endorsement says that it was given, and what changed since"
    )
    func endorsed() async throws {
        let site = try await CommandLineSite.laboratory()
        let file = try await site.proposal(CommandLineLifeTests.fields.flatMap { ["--field", $0] })
        try await site.withInstallation { installation in
            let desk = WebDesk(installation)
            let anne = try await Visitor.named("anne", "PI_FR", installation)
            let submit = try await desk.file(file, anne)?.acts.first { $0.name.event == "submit" }
            let said = try #require(submit?.refusal).en
            #expect(said.contains("endorsement") && said.contains("letter of support"), "\(said)")
        }
        try await site.done(["act", file, "grant_visa", "--as", "bernard@inserm.example"])
        func done(_ installation: Installation) async throws -> String? {
            let bernard = try await Visitor.named("bernard", "DU", installation)
            let name = ActName("grant_visa", process: "life")
            let form = try await WebDesk(installation).form(name, of: file, bernard)?.done
            let act = try await WebDesk(installation).file(file, bernard)?.acts.first { $0.name == name }
            #expect(form == act?.done)
            return form?.en
        }
        try await site.withInstallation { installation in
            let said = try await done(installation)
            #expect(said == "done on 1 March 2016; the dossier has not changed since")
        }
        try await site.done(
            ["agreement", "edit", file, "--field", "titleEn=Another", "--as", "anne@inserm.example"])
        try await site.withInstallation { installation in
            let said = try await done(installation)
            #expect(said == "done on 1 March 2016; changed since: Title in English")
        }
    }

    @Test(
        "A foreign co-lead is chosen among the people of the foreign parties; a new file takes over whom it had"
    )
    func colead() async throws {
        let site = try await CommandLineSite.laboratory()
        let file = try await site.proposal(["--field", "acronym=NEUROKO", "--field", "summaryEn=A summary"])
        try await site.done(
            ["person", "add", "--name", "min", "--email", "min@snu.example", "--organisation", "snu"])
        try await site.withInstallation { installation in
            let desk = WebDesk(installation)
            let anne = try await Visitor.named("anne", "PI_FR", installation)
            let name = ActName("invite", process: "life")
            let form = try #require(try await desk.form(name, of: file, anne))
            guard case .choice(let people) = try #require(form.fields.first { $0.name == "colead" }).kind
            else {
                Issue.record("The co-lead is not chosen.")
                return
            }
            #expect(people.map(\.label.en) == ["min (snu)"])
            let chosen = try #require(people.first?.value)
            _ = try await desk.act(
                ActRequest(
                    act: name, values: ["colead": chosen], reason: nil, principal: nil,
                    revision: form.revision, requestID: "page/r-1"), of: file, anne)
            let draft = try await desk.begin("lia", from: file, anne)
            let copy = try #require(try await desk.proposal(draft, anne))
            #expect(copy.values["who.role.PI_EXT"] == ["min"])
            // Two files that run are not called the same.
            #expect(
                copy.values["dossier.summaryEn"] == ["A summary"] && copy.values["dossier.acronym"] == nil)
        }
    }

    @Test("A right is given for days to come, and not twice for one day")
    func delegationDays() async throws {
        let site = try await CommandLineSite.laboratory()
        try await site.withInstallation { installation in
            let desk = WebDesk(installation)
            let denis = try await Visitor.named("denis", "INT", installation)
            let kim = try await Visitor.named("kim", "INT", installation)
            func problems(_ first: String, _ last: String) async throws -> [String: LocalizedText] {
                let order = DelegationRequest(
                    role: "INT", grantee: kim.person.description, scope: "*",
                    days: FormDays(first: first, last: last), requestID: "page/\(first)/\(last)")
                do { try await desk.delegate(order, denis) } catch let problem as FormProblem {
                    return problem.fields
                }
                return [:]
            }
            func problem(_ first: String, _ last: String) async throws -> [String] {
                Array(try await problems(first, last).keys)
            }
            let nobody = DelegationRequest(
                role: "INT", grantee: "", scope: "*", days: FormDays(first: "", last: "x"),
                requestID: "page/n")
            let missing = await #expect(throws: FormProblem.self) { try await desk.delegate(nobody, denis) }
            #expect(missing?.fields.keys.sorted() == ["first", "grantee", "last"])
            #expect(try await problem("2016-02-28", "2016-03-10") == ["first"])
            #expect(try await problem("2016-02-27", "2016-02-28") == ["last"])
            #expect(try await problem("2016-03-20", "2016-03-10") == ["last"])
            let far = try await problems("9999-12-31", "9999-12-31")
            #expect(far.mapValues(\.en) == ["last": "this day is too far away"])
            #expect(try await problem("2016-03-01", "2016-03-10").isEmpty)
            #expect(try await problem("2016-03-10", "2016-03-12") == ["first"])
            #expect(try await problem("2016-03-11", "2016-03-12").isEmpty)
            for given in try await desk.leave(denis).given {
                try await desk.revoke(given.id, requestID: "page/\(given.id)", denis)
            }
            let again = try await problem("2016-03-01", "2016-03-09")
            #expect(again.isEmpty, "What was taken back is free again.")
        }
    }

    @Test("A step that nobody is named for is with those who hold its role; an absence is entered once")
    func holders() async throws {
        let site = try await CommandLineSite.laboratory()
        _ = try await CommandLineLifeTests.submit(try await site.proposal(), site)
        try await site.withInstallation { installation in
            let desk = WebDesk(installation)
            let denis = try await Visitor.named("denis", "INT", installation)
            let days = FormDays(first: "2016-03-01", last: "2016-03-31")
            _ = try await desk.addAbsence(days, requestID: "page/r-1", denis)
            await #expect(throws: Refusal.self) {
                try await desk.addAbsence(days, requestID: "page/r-2", denis)
            }
            let own = try await desk.table(
                .steps, ListQuery(["role": "INT", "holder": denis.person.description]), denis)
            #expect(own.count > 0 && own.count == own.rows.count)
            let nobodys = try await desk.table(.steps, ListQuery(["role": "INT", "holder": "-"]), denis)
            #expect(nobodys.count == 0)
        }
    }

    @Test("Beside the holder of a step stand those who may act for them now")
    func delegates() async throws {
        let site = try await CommandLineSite.laboratory()
        _ = try await CommandLineLifeTests.submit(try await site.proposal(), site)
        try await site.withInstallation { installation in
            let desk = WebDesk(installation)
            let denis = try await Visitor.named("denis", "INT", installation)
            let kim = try await Visitor.named("kim", "INT", installation)
            func holders() async throws -> Set<ListCell> {
                let table = try await desk.table(.steps, ListQuery(["role": "INT"]), denis)
                return Set(table.rows.map { $0[4] })
            }
            let alone = ListCell.words(LocalizedText(fr: "denis", en: "denis"))
            #expect(try await holders() == [alone])
            let order = DelegationRequest(
                role: "INT", grantee: kim.person.description, scope: "*",
                days: FormDays(first: "2016-03-01", last: "2016-03-10"), requestID: "page/d-1")
            try await desk.delegate(order, denis)
            let words = LocalizedText(fr: "denis (délégation à kim)", en: "denis (delegated to kim)")
            #expect(try await holders() == [.words(words)])
            let given = try #require(try await desk.leave(denis).given.first)
            try await desk.revoke(given.id, requestID: "page/d-2", denis)
            #expect(try await holders() == [alone])
        }
    }

    @Test("A blocked timer is found by the office, and left out once with a reason that can be kept")
    func stuckTimer() async throws {
        let site = try await CommandLineSite.laboratory()
        try await site.publish(unchecked: CommandLineOperationsTests.broken)
        let arguments = [
            "agreement", "propose", "--workflow", "broken", "--party", "inserm", "--party", "snu", "--as",
            "anne@inserm.example",
        ]
        let file = try #require(try await site.done(arguments)["agreement"]?.text)
        try await site.done(["clock", "advance", "--to", "2016-06-16"])
        let tasks = try await site.done(["task", "list", "--role", "INT"]).elements ?? []
        let timer = try #require(tasks.first { $0["kind"] == "timer" }?["id"]?.text)
        try await site.withInstallation { installation in
            let desk = WebDesk(installation)
            let office = try await Visitor.named("denis", "INT", installation)
            let view = try #require(try await desk.stuckTimer(timer, office))
            #expect(view.name == "tick" && view.cause.en.contains("vars.missing"))
            await #expect(throws: FormProblem.self) {
                try await desk.skip(
                    timer: timer, because: String(repeating: "a", count: 4_001), requestID: "page/r-1", office
                )
            }
            try await desk.skip(timer: timer, because: "agreed", requestID: "page/r-1", office)
            #expect(try await desk.stuckTimer(timer, office) == nil)
            await #expect(throws: Refusal.self) {
                try await desk.skip(timer: timer, because: "agreed", requestID: "page/r-1", office)
            }
        }
        let event = try await site.done(["agreement", "history", file]).elements?.last
        #expect(event?["type"] == "timer_skipped" && event?["reason"] == "agreed")
    }
}

extension Change {
    /// Whether it notes a process, a task, a timer or who did what, not what became of the file.
    fileprivate var isOfTheMachine: Bool {
        switch self {
        case .timerArmed, .timerClosed, .taskOpened, .taskClosed, .moved, .processStarted, .processResumed,
            .processClosed, .did:
            true
        default: false
        }
    }
}
