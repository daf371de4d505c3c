import Agreements
import Foundation
import Testing

@testable import Definitions

@Suite("Findings in French")
struct FrenchFindingsTests {
    /// The states of a life, and what is said of it.
    static let sentences: [(states: String, sentence: String)] = [
        (
            "a: { $T, on: { go: { $T, by: [INT], to: zz } } }\nz: { $T, final: true }",
            "il n’y a aucun état «\u{A0}zz\u{A0}» (vouliez-vous dire z\u{A0}?)"
        ),
        (
            "a: { $T, on: { go: { $T, by: [INT], to: z } } }\nz: { final: true }",
            "un état n’a pas de clé «\u{A0}title\u{A0}»"
        ),
        (
            "a: { $T, notfy: N1, on: { go: { $T, by: [INT], to: z } } }\nz: { $T, final: true }",
            "un état n’a pas de clé «\u{A0}notfy\u{A0}» (vouliez-vous dire notify\u{A0}?)"
        ),
        (
            "a: { $T, on: { go: { $T, by: INT, if: [{ that: 1 + 1, else: no }], to: z } } }\nz: { $T, final: true }",
            "un bool est attendu, mais ceci est un int"
        ),
        (
            "a: { $T, timers: [{ name: t, due: { after: 30 days }, event: e }], on: { e: { to: z } } }\nz: { $T, final: true }",
            "«\u{A0}30 days\u{A0}» n’est pas une durée, soit un seul nombre d’une seule unité\u{A0}: P4Y, P6M, P30D, P10B (jours ouvrés) ou PT17H"
        ),
        (
            "a: { $T, on: { go: { $T, by: [INT], to: z } } }\nb: { $T, on: { go: { $T, by: [INT], to: z } } }\nz: { $T, final: true }",
            "l’état b n’est jamais atteint"
        ),
        (
            "a: { $T, on: { go: { $T, by: [INT], to: z } } }\nz: { $T, final: true",
            "ce n’est pas du YAML\u{A0}: «\u{A0},\u{A0}» ou «\u{A0}}\u{A0}» est attendu"
        ),
    ]

    @Test("A finding says in French what it says in English", arguments: sentences)
    func sentence(states: String, sentence: String) {
        let proof = Small.prove(Small.life(states))
        let found = proof.findings.map(\.sentence.fr)
        #expect(found.contains(sentence), "\(found)")
    }

    @Test("The steps of a way are told in the reader's language")
    func way() {
        let states = """
            a: { $T, on: { go: { $T, by: [INT], to: b } } }
            b: { $T, timers: [{ name: late, due: { after: P1M }, event: late }], on: { late: { to: c } } }
            c: { $T }
            z: { $T, final: true }
            """
        let finding = Small.prove(Small.life(states)).findings.first { $0.code == .waitsForNothing }
        #expect(finding?.way.map(\.fr) == ["début", "go par INT", "délai late"])
        #expect(finding?.path == ["start", "go by INT", "timer late"])
    }

    /// Sentences in the sources of expressions that nobody is told as such.
    private static let untold = ["The count of operands is checked before.", "The pattern x."]

    @Test("Every sentence that the compiler of expressions says has its French")
    func expressions() throws {
        let folder = Checkout.root.appendingPathComponent("Sources/Expressions")
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        let sentences = try names.filter { $0.hasSuffix(".swift") }.flatMap { name in
            let bytes = try Checkout.bytes(folder.appendingPathComponent(name))
            return Self.sentences(in: String(decoding: bytes, as: UTF8.self))
        }
        #expect(sentences.count > 80)
        for sentence in sentences where !Self.untold.contains(sentence) {
            #expect(PhraseBook.expressions.french(of: sentence) != sentence, "\(sentence)")
        }
    }

    /// The sentences in literals of a source, `x` in place of what is put into them.
    private static func sentences(in source: String) -> [String] {
        source.split(separator: "\n").flatMap { line -> [String] in
            guard !line.contains("preconditionFailure") else { return [] }
            let sentences =
                line.matches(of: sentence).map { String($0.output.1) }
                + line.matches(of: refusal).map { "The pattern \($0.output.1)." }
            return sentences.map { $0.replacing(put, with: "x").replacing("\\\\", with: "\\") }
        }
    }

    private static var sentence: Regex<(Substring, Substring)> {
        /"([A-Z`](?:[^"\\]|\\\((?:[^()"]|\([^()"]*\))*\)|\\[^(])*\.)"/
    }

    private static var refusal: Regex<(Substring, Substring)> {
        /refusal\("((?:[^"\\]|\\\((?:[^()"]|\([^()"]*\))*\)|\\[^(])*)"/
    }

    private static var put: Regex<Substring> { /\\\((?:[^()"]|\([^()"]*\))*\)/ }
}
