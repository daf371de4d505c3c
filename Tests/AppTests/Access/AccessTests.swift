import Agreements
import Engine
import Foundation
import Storage
import TestSupport
import Testing

@testable import App

/// Every person of ``AccessStory`` on every file on every way: what they find is what the matrix gives them.
@Suite("Who sees what, on every way", .besideThePool)
struct AccessTests {
    @Test(
        "Everybody finds on each page, list and table what is for them and nothing else, and does what the rules allow"
    )
    func everyCell() async throws {
        let site = try await AccessSite.make()
        let tally = AccessTally()
        #expect(Set(site.people.keys) == Set(AccessStandings.people))
        #expect(Set(site.files.keys) == Set(AccessStandings.files))
        try await Self.rows(site, tally)
        try await site.withServer { call in try await Self.pages(site, call, tally) }
        await site.close()
        print("Access: \(tally.count) cells")
        let wrong = tally.wrong
        #expect(wrong.isEmpty, "\(wrong.count) of \(tally.count) cells:\n\(wrong.joined(separator: "\n"))")
        #expect(tally.count >= LongSuite.plays(2_000, sample: 500))
    }

    /// Where time is short, a third of them.
    private static let people = LongSuite.some(AccessStandings.people, oneIn: 3)

    private static func rows(_ site: AccessSite, _ tally: AccessTally) async throws {
        let rows = AccessRows(site: site, tally: tally)
        try await rows.begin()
        for person in Self.people { try await rows.read(person) }
        try await rows.auditViews()
    }

    private static func pages(_ site: AccessSite, _ call: AccessCall, _ tally: AccessTally) async throws {
        let (reading, lists) = (
            try await AccessReading(site, call, tally), AccessLists(call: call, tally: tally)
        )
        let acts = AccessActs(site: site, call: call, tally: tally)
        let before = try await site.events()
        try await each(Self.people) { turn, person in
            let guest = try await site.guest(person)
            try await reading.read(guest)
            try await lists.read(guest)
            try await lists.find(guest)
            try await lists.start(guest)
            try await acts.refused(guest, turn: turn)
        }
        try await each(Self.links) { _, link in
            let (person, file, isOver) = link
            guard let id = try await Self.notice(to: person, on: file, site) else {
                throw AccessSite.Unknown(key: "a notice to \(person) on \(file)")
            }
            let guest = try await site.guest(person, notice: id)
            try await reading.read(guest, link: file, isOver: isOver)
            try await lists.start(guest, isByLink: true, isLed: !isOver)
        }
        let after = try await site.events()
        tally.check(
            "everybody", "all", "refused acts", "events", expected: "\(before)", found: "\(after)")
        try await mail(site, call, tally)
        try await done(site, acts, call, tally)
    }

    /// Who comes by the link of a notice, to which file, and whether what it asked for is over.
    private static let links = [
        ("office", "study", true), ("rector", "signing", false), ("invited", "study", false),
    ]

    private static func notice(
        to person: String, on file: String, _ site: AccessSite
    ) async throws -> UUID? {
        try await site.installation.catalogue.notices(of: site.agreement(file).id, limit: 500)
            .first { $0.recipient == site.people[person] }?.id
    }

    /// What was written to people holds what somebody asked of the proposer: for those who run mails, not for all of them.
    private static func mail(_ site: AccessSite, _ call: AccessCall, _ tally: AccessTally) async throws {
        let notices = try await site.installation.catalogue.notices(
            of: site.agreement("study").id, limit: 500)
        let asking = try #require(notices.first { $0.notice == "N05" })
        let answers = ["int": "shown", "aud": "shown", "adm": "hidden", "dg": "hidden", "pi": "hidden"]
        for (person, expected) in answers {
            let path = "/ops/notices/\(asking.id.uuidString.lowercased())"
            let reply = try await call.get(path, try await site.guest(person))
            tally.check(
                person, "study", "QXstudyMissingQX", "mail", expected: expected,
                found: reply.text.contains("QXstudyMissingQX") ? "shown" : "hidden")
        }
    }

    /// Acts that the rules allow; an expert who declares to have no link may read from then on.
    private static func done(
        _ site: AccessSite, _ acts: AccessActs, _ call: AccessCall, _ tally: AccessTally
    ) async throws {
        try await acts.done("du", "grant_visa", on: "draft")
        try await acts.done("dr", "endorse", on: "signing")
        try await acts.done("invited", "declare_no_interest", on: "study")
        let page = try await call.get("/files/\(site.agreement("study").id)", try await site.guest("invited"))
        tally.check(
            "invited", "study", "QXstudySummaryQX", "once declared", expected: "shown",
            found: page.text.contains("QXstudySummaryQX") ? "shown" : "hidden")
    }

    /// Does something for each, a few at a time.
    private static func each<Item: Sendable>(
        _ items: [Item], _ body: @Sendable @escaping (Int, Item) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (turn, item) in items.enumerated() {
                if turn >= 4 { _ = try await group.next() }
                group.addTask { try await body(turn, item) }
            }
            try await group.waitForAll()
        }
    }
}
