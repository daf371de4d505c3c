import Crypto
import Foundation
import Notices
import Testing

@Suite("The link of a notice")
struct NoticeLinkTests {
    private static let notice = UUID()
    private static let key = SymmetricKey(data: [UInt8](repeating: 7, count: 32))

    private static func token(_ version: Int = 1, of notice: UUID = notice, key: SymmetricKey = key) -> String
    {
        let url = NoticeLink.url(base: "https://entente.example", notice: notice, version: version, key: key)
        return url.split(separator: "/").last.map(String.init) ?? ""
    }

    @Test("Its own token is current, that of an earlier form superseded, any other wrong")
    func verdicts() {
        func verdict(_ token: String, version: Int = 1) -> NoticeLink.Verdict {
            NoticeLink.verdict(on: token, of: Self.notice, version: version, key: Self.key)
        }
        #expect(verdict(Self.token()) == .current)
        #expect(verdict(Self.token(1), version: 3) == .superseded)
        #expect(verdict(Self.token(4), version: 3) == .wrong)
        #expect(verdict(Self.token(of: UUID())) == .wrong)
        #expect(verdict(Self.token(key: SymmetricKey(size: .bits256))) == .wrong)
    }

    @Test("No single altered, missing or added character passes")
    func altered() {
        let token = Array(Self.token().utf8)
        #expect(token.count == 22)
        var wrong = [Array(token.dropLast()), token + [65], token + [61, 61], []]
        for index in token.indices {
            for byte in UInt8(33)...126 where byte != token[index] {
                var other = token
                other[index] = byte
                wrong.append(other)
            }
        }
        for bytes in wrong {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(NoticeLink.verdict(on: text, of: Self.notice, key: Self.key) == .wrong, "\(text)")
        }
    }
}
