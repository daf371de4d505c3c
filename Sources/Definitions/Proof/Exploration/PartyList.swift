import Agreements
import Expressions

/// A list of parties, some of which may be left out by what they are: `agreement.parties.filter(p, !p.home)`.
///
/// Only what compares fields of a party with texts counts as such; then it can be tried on one party of each
/// kind that it tells apart.
struct PartyList {
    private let program: Program
    private let texts: [String]
    private let isForeign: Bool

    /// The words beside texts, signs and the name of the party.
    private static let words: Set<String> = [
        "filter", "home", "epscp", "country", "kind", "in", "true", "false", "(", ")", "[", "]", ",", ".",
        "!", "&", "|", "=",
    ]

    /// The list that a formula writes; nil where it is another one.
    init?(_ formula: Formula) {
        let all = CELWords.words(in: formula.source)
        let words = all.map(\.text)
        guard words.count >= 3, words[0] == "agreement", words[1] == ".",
            ["parties", "foreignParties"].contains(words[2])
        else { return nil }
        let name = words.count > 6 ? words[6] : ""
        let isPlain = words.count == 3 || words.count > 6 && Array(words[3...5]) == [".", "filter", "("]
        guard isPlain,
            all.dropFirst(3).allSatisfy({ $0.isLiteral || $0.text == name || Self.words.contains($0.text) })
        else { return nil }
        program = formula.program
        texts = all.filter(\.isLiteral).map(\.text).uniqued() + ["another"]
        isForeign = words[2] == "foreignParties"
    }

    /// Whether it leaves out every party, whatever it is.
    var isAlwaysEmpty: Bool { kinds.allSatisfy { size(of: [$0]) == 0 } }

    /// Whether the institution itself is never left out.
    var hasHomeAlways: Bool { !isForeign && kinds.filter(\.isHome).allSatisfy { size(of: [$0]) == 1 } }

    /// Whether it leaves out every party but the institution itself.
    var isHomeOnly: Bool { kinds.filter { !$0.isHome }.allSatisfy { size(of: [$0]) == 0 } }

    private struct Kind {
        var isHome: Bool
        var value: Value
    }

    private var kinds: [Kind] {
        [true, false].flatMap { isHome in
            [true, false].flatMap { epscp in
                texts.flatMap { country in texts.map { party(isHome, epscp, country, $0) } }
            }
        }
    }

    private func party(_ isHome: Bool, _ epscp: Bool, _ country: String, _ kind: String) -> Kind {
        let fields: [String: Value] = [
            "id": .string("p"), "name": .string("P"), "country": .string(country), "kind": .string(kind),
            "home": .bool(isHome), "epscp": .bool(epscp),
        ]
        return Kind(isHome: isHome, value: .object(fields))
    }

    private func size(of parties: [Kind]) -> Int? {
        let foreign = parties.filter { !$0.isHome }.map(\.value)
        let agreement: [String: Value] = [
            "parties": .list(parties.map(\.value)), "foreignParties": .list(foreign),
        ]
        guard case .list(let list)? = program.evaluate(["agreement": .object(agreement)]).value else {
            return nil
        }
        return list.count
    }
}
