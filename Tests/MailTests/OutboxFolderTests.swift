import Foundation
import Mail
import Testing

@Suite("The outbox folder")
struct OutboxFolderTests {
    private let path = NSTemporaryDirectory() + "entente-outbox-\(UUID().uuidString)"

    private func files() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path) }

    @Test("A mail becomes one file of its own bytes, for its owner only; a retry adds none")
    func stores() async throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let outbox = OutboxFolder(path: path)
        let mail = try Fixture.mail()
        for _ in 0..<2 { #expect(await outbox.deliver(mail).isComplete) }
        let name = OutboxFolder.fileName(of: mail.message.id)
        #expect(try files() == [name] && name.count == 68)
        let file = "\(path)/\(name)"
        #expect(FileManager.default.contents(atPath: file) == Data(MIMEEncoder.encode(mail.message)))
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test("Many writers of one mail leave one whole file")
    func race() async throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let mail = try Fixture.mail()
        let folder = path
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 { group.addTask { await OutboxFolder(path: folder).deliver(mail).isComplete } }
            for await isComplete in group { #expect(isComplete) }
        }
        #expect(try files() == [OutboxFolder.fileName(of: mail.message.id)])
    }

    @Test("Another message under the same Message-ID is refused for good, and the first stays")
    func otherContent() async throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let outbox = OutboxFolder(path: path)
        let first = try Fixture.mail()
        #expect(await outbox.deliver(first).isComplete)
        let verdict = await outbox.deliver(try Fixture.mail(id: first.message.id, text: "other")).entries[0]
            .verdict
        #expect(verdict == .permanent(try #require(verdict.reply)))
        let file = "\(path)/\(OutboxFolder.fileName(of: first.message.id))"
        #expect(FileManager.default.contents(atPath: file) == Data(MIMEEncoder.encode(first.message)))
    }

    @Test(
        "A folder that cannot be written is transient and says why",
        arguments: ["/proc/entente", "/dev/null"])
    func unwritable(path: String) async throws {
        let verdict = await OutboxFolder(path: path).deliver(try Fixture.mail()).entries[0].verdict
        let reply = try #require(verdict.reply)
        #expect(verdict == .transient(reply) && reply.text.contains(path))
        let problem = try #require(await OutboxFolder(path: path).problem())
        #expect(problem.contains(path))
    }

    @Test("A folder that can be written has no problem, and looking leaves nothing behind")
    func writable() async throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let outbox = OutboxFolder(path: path)
        for _ in 0..<2 { #expect(await outbox.problem() == nil) }
        #expect(try files().isEmpty)
    }

    @Test("A mail that may not proceed is not written")
    func withheld() async throws {
        let mail = try Fixture.mail()
        #expect(await OutboxFolder(path: path).deliver(mail) { false } == Delivery(.withheld, for: mail))
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}
