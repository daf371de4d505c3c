import Agreements
import Crypto
import Definitions
import Engine
import Foundation
import Notices
import Storage
import TestSupport
import Testing
import Web

@testable import App

/// Those whom a mail asks to sign, as the pages serve them.
@Suite("Signing by the link of a mail, on PostgreSQL", .besideThePool)
struct SigningOnPostgres {
    private static let reference = "ACC-2017-001"

    /// The file in which the rector of Kyoto named the dean in his place, and no further.
    private static func story(_ smtp: RecordingSMTP) async throws -> Installation {
        try await story("acc-a-signatory-passes-on", until: "2017-01-20T08:10:00.000Z", smtp)
    }

    /// A scenario up to an instant, without the steps of another one.
    private static func story(
        _ name: String, until end: String, without left: String? = nil, _ smtp: RecordingSMTP
    ) async throws -> Installation {
        var file = try ScenarioFolder().scenario(name)
        let (end, left) = (try Instant(parsing: end), try left.map { try Instant(parsing: $0) })
        file.steps = file.steps.filter { $0.at <= end && $0.at != left }
        // What is expected of a whole story does not hold of a part of it.
        if left != nil { for index in file.steps.indices { file.steps[index].expectations = [] } }
        let installation = try await TestSite.make(start: file.start, smtp: smtp).installation()
        let path = "\(installation.settings.workflowsFolder)/acc.yaml"
        _ = try await WorkflowPublisher(installation).publish(path, by: nil, operator: nil)
        var player = ScenarioPlayer(file, in: ScenarioWorld(installation), randomness: .system)
        let failures = try await player.play()
        #expect(failures.isEmpty, "\(failures.map(\.description).joined(separator: "\n"))")
        return installation
    }

    /// Whoever came in by the mail that asked that person to sign.
    private static func visitor(_ email: String, _ installation: Installation) async throws -> Visitor {
        let people = try await installation.catalogue.people()
        let person = try #require(people.first { $0.email == email }).person.id
        let notices = try await installation.catalogue.notices(limit: 1_000)
        let notice = try #require(notices.first { $0.recipient == person && $0.notice == "N20" })
        return Visitor(person: person, name: "", address: email, session: UUID(), notice: notice.id)
    }

    @Test(
        "The link of who passed on is dead; who was named signs by it, on paper, and nothing older than the text"
    )
    func passedOn() async throws {
        let smtp = try RecordingSMTP(
            security: .startTLS, login: (user: "entente", password: "a test of mail"))
        let installation = try await Self.story(smtp)
        let desk = WebDesk(installation)
        let rector = try await Self.visitor("haruka.sato@kyoto.example", installation)
        let dean = try await Self.visitor("kenji.mori@kyoto.example", installation)
        #expect(try await desk.file(Self.reference, rector) == nil)
        #expect(try await !desk.isStillIn(rector))
        #expect(try await desk.isStillIn(dean))
        let acts = try #require(try await desk.file(Self.reference, dean)).acts.filter { $0.refusal == nil }
        #expect(
            acts.map(\.name.event).sorted() == ["ask_change", "pass_on", "refuse_signature", "sign"])
        try await Self.expectRemark(of: dean, acts, installation)
        let sign = try #require(acts.first { $0.takesPaper })
        #expect(sign.name.event == "sign")
        let form = try #require(try await desk.form(sign.name, of: Self.reference, dean))
        #expect(form.signing?.party == "Kyoto University" && form.signing?.role != nil)
        let refuse = try #require(acts.first { $0.name.event == "refuse_signature" }).name
        let refusing = try #require(try await desk.form(refuse, of: Self.reference, dean))
        #expect(refusing.signing?.party == nil && refusing.signing?.path != nil, "Who refuses signs nothing.")
        #expect(form.paper?.map(\.name).sorted() == ["capacity", "dated", "delegation", "place"])
        #expect(form.fields.map(\.name).sorted() == ["capacity", "delegation", "place"])
        func paper(_ dated: String) -> SignedPaper {
            SignedPaper(
                act: ActRequest(
                    act: sign.name, values: ["capacity": "in_person", "place": "Kyoto", "dated": dated],
                    reason: nil, principal: nil, revision: form.revision, textHash: form.textHash,
                    requestID: "page/\(dated)"), fileName: "signed.pdf", bytes: Array("%PDF-1.7".utf8))
        }
        let refusal = await #expect(throws: Refusal.self) {
            try await desk.sign(paper("2017-01-10"), of: Self.reference, dean)
        }
        #expect(refusal?.code == "dated_before_text")
        try await desk.sign(paper("2017-01-12"), of: Self.reference, dean)
        let id = try #require(try await installation.catalogue.agreementID(named: Self.reference))
        let agreement = try #require(try await installation.catalogue.agreement(id))
        #expect(agreement.documents.filter { $0.kind == "scan" }.count == 1, "What is refused is not kept.")
        let signature = try #require(agreement.signatures.last)
        #expect(signature.person == dean.person && signature.party == "kyoto" && !signature.void)
        #expect(signature.level == "handwritten_scan" && signature.sha256 == form.textHash)
        #expect(signature.dated.description == "2017-01-12" && signature.received.description == "2017-01-20")
        #expect(try await desk.form(sign.name, of: Self.reference, dean) == nil, "The step is over.")
        let view = try #require(try await desk.file(Self.reference, Self.office(installation)))
        #expect(view.parties.compactMap(\.remark?.en) == ["signed on 12 January 2017"])
        #expect(view.history.contains { $0.what.en.contains("Kyoto University") })
        #expect(view.waits.contains { $0.task.en.contains(" – ") }, "An open circuit names its party.")
        #expect(view.clocks.contains { $0.effect.en.hasPrefix("Signature circuit – ") }, "\(view.clocks)")
        try await Self.expectDead(dean, agreement, installation)
        await installation.close()
        smtp.stop()
    }

    private static func office(_ installation: Installation) async throws -> Visitor {
        let people = try await installation.catalogue.people()
        let person = try #require(people.first { $0.email == "denis.evrard@inserm.example" }).person.id
        return Visitor(person: person, name: "", address: "", roles: ["INT"], session: UUID())
    }

    /// A change that a signatory asks for stands at the step on the office's page of the file, with its reason.
    private static func expectRemark(
        of signatory: Visitor, _ acts: [FileView.Act], _ installation: Installation
    ) async throws {
        let desk = WebDesk(installation)
        let ask = try #require(acts.first { $0.name.event == "ask_change" }).name
        let form = try #require(try await desk.form(ask, of: reference, signatory))
        _ = try await desk.act(
            ActRequest(
                act: ask, values: [:], reason: "Article 7, please", principal: nil, revision: form.revision,
                textHash: form.textHash, requestID: "page/ask"), of: reference, signatory)
        let view = try #require(try await desk.file(reference, office(installation)))
        let remarks = view.waits.flatMap(\.remarks)
        #expect(remarks.map(\.reason) == ["Article 7, please"])
        #expect(try await desk.isStillIn(signatory), "The step waits on.")
    }

    /// By the link of a step that is over nothing is seen, sent, added or done, even if it was open a moment ago.
    private static func expectDead(
        _ visitor: Visitor, _ agreement: Agreement, _ installation: Installation
    ) async throws {
        let (desk, file) = (WebDesk(installation), agreement.id.description)
        #expect(try await !desk.isStillIn(visitor))
        #expect(try await desk.file(file, visitor) == nil)
        #expect(try await desk.documents(of: file, visitor) == nil)
        for document in agreement.documents {
            #expect(try await desk.document(document.id.description, of: file, visitor) == nil)
        }
        let notice = try #require(visitor.notice)
        let token = try Self.token(of: notice, installation)
        #expect(try await installation.notice(notice, token: token) == .gone)
        let order = DocumentRequest(
            kind: "note", process: nil, language: nil, fileName: "note.pdf", bytes: Array("%PDF-1.7".utf8),
            requestID: "page/late")
        await #expect(throws: Refusal.self) { try await desk.add(order, to: file, visitor) }
        var command = Command(
            requestID: "page/late", agreement: agreement.id, actor: .person(visitor.person), channel: .page,
            body: .addDocument(NewDocument(kind: "note", fileName: "note.pdf", bytes: order.bytes)))
        command.step = try await installation.catalogue.subject(ofNotice: notice)?.step
        let refusal = await #expect(throws: Refusal.self) { try await installation.engine.submit(command) }
        #expect(refusal?.code == "notice_gone")
    }

    /// What stands in the mail of a notice.
    private static func token(of notice: UUID, _ installation: Installation) throws -> String {
        let key = SymmetricKey(data: try LinkKey.load(path: installation.settings.linkKeyFile).bytes)
        let url = NoticeLink.url(base: "", notice: notice, key: key)
        return String(try #require(url.split(separator: "/").last))
    }

    @Test("Once its text is recalled the link of a signatory opens nothing, nor the text that comes next")
    func recalled() async throws {
        let smtp = try RecordingSMTP(
            security: .startTLS, login: (user: "entente", password: "a test of mail"))
        let (sent, recalled) = ("2017-01-20T09:00:00.000Z", "2017-01-24T11:00:00.000Z")
        let installation = try await Self.story(
            "acc-recalled-and-signed-anew", until: recalled, without: sent, smtp)
        let rector = try await Self.visitor("haruka.sato@kyoto.example", installation)
        let id = try #require(try await installation.catalogue.agreementID(named: Self.reference))
        let agreement = try #require(try await installation.catalogue.agreement(id))
        #expect(agreement.texts(of: "life").count == 3)
        try await Self.expectDead(rector, agreement, installation)
        await installation.close()
        smtp.stop()
    }

    @Test("Whoever left opens nothing by a link any more")
    func left() async throws {
        let smtp = try RecordingSMTP(
            security: .startTLS, login: (user: "entente", password: "a test of mail"))
        let installation = try await Self.story(smtp)
        let dean = try await Self.visitor("kenji.mori@kyoto.example", installation)
        let notice = try #require(dean.notice)
        let mails = try smtp.received().map { $0.text.unquoted }
        let link = try #require(mails.compactMap { Self.token(of: notice, in: $0) }.first)
        let before = try await installation.notice(notice, token: link)
        guard case .found = before else {
            Issue.record("The link does not lead to the file: \(before).")
            return
        }
        let grants = try await installation.catalogue.grants()
        let office = try #require(grants.first { $0.role == "INT" && $0.scope == .everything }).person
        _ = try await CommandDesk(installation).disable(
            person: dean.person.description, as: office.description)
        guard case .gone = try await installation.notice(notice, token: link) else {
            Issue.record("The link is still good.")
            return
        }
        await installation.close()
        smtp.stop()
    }

    private static func token(of notice: UUID, in text: String) -> String? {
        guard let path = text.firstRange(of: "/n/\(notice.uuidString.lowercased())/") else { return nil }
        return String(
            text[path.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
    }
}
