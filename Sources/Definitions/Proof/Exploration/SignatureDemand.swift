import Agreements
import Expressions

/// Whether a condition can hold only when every party has signed the current text.
///
/// It is evaluated on agreements of two parties and more (of one where parties may leave), each of
/// which has signed the current text (once or twice), another one, with a void signature, or not at all. It
/// demands the signatures if it is false on all that are incomplete. Nothing but ids, hashes and signatures has a value
/// there, so that what else it reads can neither make it false nor let it pass: who is excused by its country, name or
/// number is found.
struct SignatureDemand {
    /// As many parties as are tried where a condition names a large number: beyond it nothing is shown.
    private static let partiesMax = 40
    /// As many texts as a condition may name.
    private static let textsMax = 3
    /// The lists, of which there are as many elements here as there.
    private static let lists: Set<String> = ["parties", "signatures", "signedBy"]
    private static let loops: Set<String> = ["all", "exists", "exists_one", "filter", "map"]
    /// What a call may not speak of whose result is not looked into.
    private static let matters = lists.union(["foreignParties", "formerParties", "text", "texts", "size"])

    /// Whether parties may leave the agreement: then some who signed are no parties any more.
    let partiesMayLeave: Bool
    /// Whether the text is that of a process of its own: that all have signed the agreement's says nothing of it.
    let textIsOwn: Bool

    /// Whether a condition demands it.
    func isMade(by formula: Formula) -> Bool {
        let words = CELWords.words(in: formula.source)
        guard ["signatures", "signedBy"].contains(where: { words.contains(CELWords.Word(text: $0)) }),
            let most = Self.most(words)
        else { return false }
        let texts = words.filter(\.isLiteral).map(\.text).uniqued()
        guard texts.count <= Self.textsMax else { return false }
        let many = most > 3 ? (4...most).flatMap(Self.many) : []
        func fails(on facts: [String: Value]) -> Bool {
            formula.program.evaluate(facts).value == .bool(false)
        }
        return factsOfFew.allSatisfy(fails)
            && trials(naming: texts).allSatisfy { trial in
                let few = trial.namesParties ? Self.few + alone : trial.isPlain ? [] : Self.fewAlike + alone
                return (few + many).allSatisfy { signings in facts(signings, trial).allSatisfy(fails) }
            }
    }

    private var alone: [[SigningTrial.Signing]] {
        partiesMayLeave ? SigningTrial.Signing.allCases.filter { !$0.isSigned }.map { [$0] } : []
    }

    /// What guards read of the agreements of few parties, where the condition names nobody: made once.
    private var factsOfFew: [[String: Value]] {
        switch (partiesMayLeave, textIsOwn) {
        case (false, false): Self.ofAgreement
        case (false, true): Self.ofOwnText
        case (true, false): Self.ofChangingParties
        case (true, true): Self.ofOwnTextOfChangingParties
        }
    }

    private static let ofAgreement = SignatureDemand(partiesMayLeave: false, textIsOwn: false).madeOfFew
    private static let ofOwnText = SignatureDemand(partiesMayLeave: false, textIsOwn: true).madeOfFew
    private static let ofChangingParties = SignatureDemand(partiesMayLeave: true, textIsOwn: false).madeOfFew
    private static let ofOwnTextOfChangingParties =
        SignatureDemand(partiesMayLeave: true, textIsOwn: true).madeOfFew

    private var madeOfFew: [[String: Value]] {
        (Self.fewAlike + alone).flatMap { facts($0, SigningTrial(textIsOwn: textIsOwn)) }
    }

    private func facts(_ signings: [SigningTrial.Signing], _ trial: SigningTrial) -> [[String: Value]] {
        strangers(beside: signings).flatMap { count in
            [false, true].map { trial.facts(signings, strangers: count, isReversed: $0) }
        }
    }

    private func strangers(beside signings: [SigningTrial.Signing]) -> [Int] {
        partiesMayLeave ? [0, 1, signings.count + 1] : [0]
    }

    /// How many parties are enough to tell; nil where no number is.
    private static func most(_ words: [CELWords.Word]) -> Int? {
        let plain = words.map(\.plain)
        guard CELWords.countPlainly(words, calls: loops.union(["size", "has"]), beside: matters),
            !asksForFields(plain), measuresLists(plain)
        else { return nil }
        var most = max(3, plain.count { loops.contains($0) } + 2)
        for word in plain where word.first?.isNumber ?? false {
            guard let number = Int(word.hasSuffix("u") ? String(word.dropLast()) : word) else { return nil }
            most = max(most, number + 2)
        }
        if plain.contains("[") { most = max(most, plain.count { $0 == "," } + 3) }
        if plain.contains("size") {
            most = max(most, (words.filter(\.isLiteral).map(\.text.count).max() ?? 0) + 2)
        }
        return most <= partiesMax ? most : nil
    }

    /// Whether each size that it asks for is that of a list: `size(agreement.parties)`, `signatures.size()`.
    private static func measuresLists(_ words: [String]) -> Bool {
        words.indices.allSatisfy { index in
            guard words[index] == "size" else { return true }
            if index > 1, words[index - 1] == "." { return isList(endingAt: index - 2, in: words) }
            guard let end = words.dropFirst(index + 2).firstIndex(where: { $0 == ")" || $0 == "(" }) else {
                return false
            }
            return isList(endingAt: end - 1, in: words)
        }
    }

    /// Whether a list ends there, as it is named or narrowed: `signatures`, `parties.filter(p, …)`.
    private static func isList(endingAt end: Int, in words: [String]) -> Bool {
        guard words[end] == ")" else { return lists.contains(words[end]) || narrowing.contains(words[end]) }
        var open = 0
        for index in words.indices[...end].reversed() {
            open += words[index] == ")" ? 1 : words[index] == "(" ? -1 : 0
            if open == 0 { return index > 0 && narrowing.contains(words[index - 1]) }
        }
        return false
    }

    private static let narrowing: Set<String> = ["filter", "map"]

    /// Whether it asks if a field is there, of anything but an act's or a variable's: all the others are.
    private static func asksForFields(_ words: [String]) -> Bool {
        words.indices.contains { index in
            guard words[index] == "has" else { return false }
            let subject = words.dropFirst(index + 2).prefix(2)
            return !["event", "vars"].contains(subject.first ?? "") || subject.last == ","
        }
    }

    /// Every way of signing of two or three parties in which some party has not signed.
    private static let few = [2, 3].flatMap(all).filter { !$0.allSatisfy(\.isSigned) }

    /// The same where it makes no difference which of them signed how, but in what order they stand.
    private static let fewAlike = few.filter { signings in
        let order = signings.map { SigningTrial.Signing.allCases.firstIndex(of: $0) ?? 0 }
        return order == order.sorted() || order == order.sorted(by: >)
    }

    private static func all(_ count: Int) -> [[SigningTrial.Signing]] {
        guard count > 0 else { return [[]] }
        return all(count - 1).flatMap { first in SigningTrial.Signing.allCases.map { first + [$0] } }
    }

    /// Ways of signing of more parties, in which some in a row, or all but one, have.
    private static func many(_ count: Int) -> [[SigningTrial.Signing]] {
        let rows = (0..<count).flatMap { signed -> [[SigningTrial.Signing]] in
            let row = (0..<count).map { $0 < signed ? SigningTrial.Signing.current : .none }
            return [row, row.reversed()]
        }
        let gaps = (0..<count).flatMap { place in
            SigningTrial.Signing.allCases.filter { !$0.isSigned }.map { signing in
                (0..<count).map { $0 == place ? signing : .current }
            }
        }
        return rows + gaps
    }

    /// What parties and the text may be called: something of no condition, or what this one names.
    private func trials(naming texts: [String]) -> [SigningTrial] {
        let chosen = texts.reduce([[String]]([[]])) { sets, text in sets + sets.map { $0 + [text] } }
        return chosen.flatMap { names -> [SigningTrial] in
            guard let first = names.first else { return [SigningTrial(textIsOwn: textIsOwn)] }
            return [
                SigningTrial(firstNames: names, textIsOwn: textIsOwn),
                SigningTrial(lastNames: names, textIsOwn: textIsOwn),
                SigningTrial(sha256: .string(first), textIsOwn: textIsOwn),
            ]
        }
    }
}
