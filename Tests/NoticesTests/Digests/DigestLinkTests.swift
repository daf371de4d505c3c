import Agreements
import Crypto
import Foundation
import Testing

@testable import Notices

@Suite("The links of a digest")
struct DigestLinkTests {
    private let key = SymmetricKey(data: [UInt8](repeating: 7, count: 32))
    private let digest = UUID()

    private func url(_ digest: UUID, _ file: Agreement.ID, version: Int = 1) -> String {
        NoticeLink.url(base: "https://e.example", notice: digest, file: file, version: version, key: key)
    }

    @Test("A link is of one file in one digest, the same each time it is made")
    func own() {
        let (one, other) = (Agreement.ID(UUID()), Agreement.ID(UUID()))
        let link = url(digest, one)
        #expect(link == url(digest, one))
        #expect(link.hasPrefix("https://e.example/n/\(digest.uuidString.lowercased())/\(one)/"))
        let tokens = [link, url(digest, other), url(UUID(), one), url(digest, one, version: 2)]
            .compactMap { $0.split(separator: "/").last }
        #expect(Set(tokens).count == 4)
        let whole = NoticeLink.url(base: "https://e.example", notice: digest, key: key)
        #expect(whole.split(separator: "/").last != tokens.first)
    }

    @Test("Each placeholder is filled for its own file, and that of the whole notice for none")
    func filled() {
        let file = Agreement.ID(UUID())
        let text = "a \(NoticeLink.placeholder(for: file)) b \(NoticeLink.placeholder(for: nil))/ c"
        #expect(
            NoticeLink.filled(text) { $0 == nil ? "WHOLE" : $0 == file ? "FILE" : "?" } == "a FILE b WHOLE/ c"
        )
    }
}
