import Agreements
import Crypto
import Foundation
import Testing

@Suite("The hash of an event")
struct EventHashTests {
    static let stream = "6f1c8c1e-3c1f-4a53-9d0e-0b8f5a1d2c3e"
    static let lead = "a3f0c6d2-7f0e-4a34-8f6e-2f4b9a1c0d11"
    static let genesis = "9a10333fc0fa0f31e4706127bf3cb212eb576fe145403bf777ccbae9d1ab7ec8"
    static let hash = "6111d5db5a5ccd06ccc99e4ad1a9cf3c9e6ee86591226357e8b25e1ca94abf20"

    static func event() throws -> Event {
        let lead = try #require(Person.ID(lead))
        let payload = Payload(
            input: [
                "reason": [
                    "value": "0d9b6f1e-54a0-4f0e-8c6b-5d5f0c9a7b21",
                    "hash": .string(String(repeating: "0", count: 64)),
                ]
            ],
            reads: [.init(path: "agreement.legal", value: "none")],
            changes: [
                .did(act: "discard", person: lead),
                .legalStatus(status: .ended, effectiveOn: try Day(parsing: "2016-04-01")),
            ])
        return Event(
            stream: stream, seq: 1, process: "life", type: "discard", fromState: ["draft.open"],
            toState: ["abandoned"], authority: Authority(actor: Self.lead, role: "PI_FR", channel: .page),
            at: try Instant(parsing: "2016-04-01T07:00:00.000Z"), effectiveOn: try Day(parsing: "2016-04-01"),
            requestID: "discard-1", workflow: "lia@2016.1", payload: payload, documentHashes: [],
            previousHash: Event.genesis(stream: stream, institution: "inserm"))
    }

    /// The page that describes the form for others.
    static func page() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
        let file = root.appending(path: "Sources/Agreements/Documentation.docc/EventHash.md")
        return try String(contentsOf: file, encoding: .utf8)
    }

    /// Nothing of the product: Foundation's JSON with sorted keys, which is canonical for this event.
    static func independentHash(_ line: String) -> String {
        SHA256.hash(data: Data("entente/event/1\n\(line)".utf8)).map { String(format: "%02x", $0) }.joined()
    }

    @Test("The documented example is what the code computes, and what anybody else computes")
    func example() throws {
        let event = try Self.event()
        let page = try Self.page()
        let line = try #require(page.split(separator: "\n").first { $0.hasPrefix("{") }.map(String.init))
        #expect(try event.hashed().canonical == line)
        #expect(Self.independentHash(line) == Self.hash)
        #expect(try event.computedHash() == Self.hash)
        #expect(page.contains(Self.hash))
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
        let sorted = try JSONSerialization.data(
            withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
        #expect(String(decoding: sorted, as: UTF8.self) == line)
    }

    @Test("The genesis hash is that of tag, stream and institution")
    func genesis() throws {
        let text = "entente/genesis/1\n\(Self.stream)\ninserm"
        let hash = SHA256.hash(data: Data(text.utf8)).map { String(format: "%02x", $0) }.joined()
        #expect(hash == Self.genesis)
        #expect(Event.genesis(stream: Self.stream, institution: "inserm") == Self.genesis)
        #expect(try Self.page().contains(Self.genesis))
        #expect(Event.genesis(stream: Self.stream, institution: "other") != Self.genesis)
    }

    @Test("Whatever is changed changes the hash; the hash itself is no part of it")
    func everyMember() throws {
        let event = try Self.event()
        let changes: [(inout Event) -> Void] = [
            { $0.stream += "x" }, { $0.seq += 1 }, { $0.process = "" }, { $0.type = "x" },
            { $0.fromState = [] },
            { $0.toState = [] }, { $0.authority.actor = "x" },
            { $0.authority.onBehalfOf = Person.ID(Self.lead) },
            { $0.authority.delegation = Delegation.ID(Self.lead) }, { $0.authority.role = nil },
            { $0.authority.channel = .api }, { $0.authority.operator = "x" },
            { $0.at = $0.at.adding(milliseconds: 1) },
            { $0.effectiveOn = nil }, { $0.requestID = nil }, { $0.workflow = "" }, { $0.payload.reads = [] },
            { $0.documentHashes = ["x"] }, { $0.previousHash = "" },
        ]
        var hashes: Set<String> = [try event.computedHash()]
        for change in changes {
            var changed = event
            change(&changed)
            hashes.insert(try changed.computedHash())
        }
        #expect(hashes.count == changes.count + 1)
        var sealed = event
        sealed.hash = "x"
        #expect(try sealed.computedHash() == event.computedHash())
        #expect(try event.sealed().hash == event.computedHash())
    }

    @Test("An erasable value is bound by the hash of salt and canonical JSON")
    func erasable() {
        let value = ErasableValue(
            id: RosterTests.identifier(1), salt: [UInt8](repeating: 7, count: 16), value: "caf\u{E9}")
        let bytes = [UInt8](repeating: 7, count: 16) + Array("\"caf\u{E9}\"".utf8)
        #expect(value.hash == SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined())
    }
}
