import Agreements
import Expressions

/// Whether a condition can hold only when every party has signed the current text.
///
/// It is evaluated on every agreement of two and of three parties, each of which has signed the current
/// text, another one, with a void signature, or not at all. It demands the signatures if it is false on all
/// that are incomplete, whatever else it reads: what is not known there has no value, so it cannot make it
/// false.
enum SignatureDemand {
    enum Signing: CaseIterable {
        case none, current, other, void
    }

    private static let current = "current"

    static func isMade(by formula: Formula) -> Bool {
        let words = CELWords.words(in: formula.source)
        guard ["signatures", "signedBy"].contains(where: { words.contains(CELWords.Word(text: $0)) }) else {
            return false
        }
        return incomplete.allSatisfy { formula.program.evaluate($0).value == .bool(false) }
    }

    private static let incomplete: [[String: Value]] = [2, 3].flatMap { count in
        signings(count).filter { !$0.allSatisfy { $0 == .current } }.map(agreement)
    }

    private static func signings(_ count: Int) -> [[Signing]] {
        guard count > 0 else { return [[]] }
        return signings(count - 1).flatMap { first in Signing.allCases.map { first + [$0] } }
    }

    /// What guards of the life read, where text and signatures are those of the agreement.
    static func agreement(_ signings: [Signing]) -> [String: Value] {
        let parties = signings.indices.map(party)
        let signedBy = signings.indices.filter { signings[$0] == .current }.map { Value.string("p\($0)") }
        let text = Value.object([
            "version": .int(2), "sha256": .string(current), "signedBy": .list(signedBy),
        ])
        let signatures = Value.list(signings.enumerated().compactMap { signature($1, by: $0) })
        let agreement = Value.object([
            "parties": .list(parties), "foreignParties": .list(Array(parties.dropFirst())), "text": text,
            "signatures": signatures,
        ])
        return ["agreement": agreement, "text": text, "signatures": signatures]
    }

    private static func party(_ index: Int) -> Value {
        .object([
            "id": .string("p\(index)"), "name": .string("P\(index)"), "country": .string("FR"),
            "kind": .string("epst"), "home": .bool(index == 0), "epscp": .bool(false),
        ])
    }

    private static func signature(_ signing: Signing, by index: Int) -> Value? {
        guard signing != .none else { return nil }
        return .object([
            "party": .string("p\(index)"), "person": .string("s\(index)"), "capacity": .string("in_person"),
            "dated": .string("2016-12-01"), "sha256": .string(signing == .other ? "other" : current),
            "void": .bool(signing == .void),
        ])
    }
}
