import Agreements
import Testing

@testable import Web

@Suite("ClamAV's daemon looks through what is uploaded")
struct ScannerTests {
    @Test("It is sent the whole file and believed", arguments: [0, 1, 65_536, 65_537, 3_000_000])
    func whole(size: Int) async throws {
        _ = try await FakeClamd.run { address in
            let scanner = ClamdScanner(address)
            let file = [UInt8](repeating: 0x61, count: size)
            let verdicts = [
                try await scanner.isClean(file), try await scanner.isClean(file + Array("virus".utf8)),
            ]
            #expect(verdicts == [true, false])
        }
    }

    @Test(
        "Whatever else it says is no answer",
        arguments: ["INSTREAM size limit exceeded. ERROR", "", "stream: OK then", "OK", "stream: FOUND at"])
    func unclear(words: String) async throws {
        _ = try await FakeClamd.run(saying: words) { address in
            await #expect(throws: ScannerFault.unclear(reply: words)) {
                try await ClamdScanner(address).isClean([0x61])
            }
        }
    }

    @Test("A daemon that is away, or does not answer in time, is a fault")
    func away() async throws {
        let address = try await FakeClamd.run { $0 }
        await #expect(throws: ScannerFault.self) { try await ClamdScanner(address).isClean([0x61]) }
        await #expect(throws: ScannerFault.self) {
            try await ClamdScanner(.socket(path: "/nonexistent/clamd.ctl")).isClean([0x61])
        }
        _ = try await FakeClamd.run { address in
            await #expect(throws: ScannerFault.late) {
                try await ClamdScanner(address, limit: .zero).isClean([0x61])
            }
        }
    }

    private static let path = "/files/LIA-2016-001/documents"

    @Test(
        "What it finds, or that it does not answer, is told beside the file, and what was typed stays",
        arguments: [(true, "the mark of a virus"), (false, "the virus scanner does not answer")])
    func told(isThere: Bool, reason: String) async throws {
        var house = House()
        house.proposals.documents = DocumentShelf(
            file: "LIA-2016-001", reference: "LIA-2016-001", subject: nil, documents: [],
            kinds: [FormChoice("letter", .init(fr: "Courrier", en: "Letter"))], owners: [], refusal: nil)
        house.proposals.onAdd = { _ in Issue.record("The file was taken in.") }
        house.scanner = VirusScanner { _ in
            guard isThere else { throw ScannerFault.late }
            return false
        }
        try await house.caller { guest in
            let reply = try await guest.upload(
                "\(Self.path)?lang=en", [("f.kind", "letter"), ("request", "r")], name: "a.txt",
                bytes: Array("text".utf8), from: Self.path)
            #expect(reply.status == 422 && reply.body.contains(reason))
            #expect(reply.body.contains("<option value=\"letter\" selected>"))
        }
    }
}
