import Definitions
import Testing

@Suite("Conditions that demand all signatures")
struct SignatureDemandTests {
    private static let all = "agreement.parties.all(p, p.id in text.signedBy)"

    /// A life that an act under a condition puts in force.
    private static func findings(_ condition: String, leaving: Bool = false) -> [String] {
        let text = Small.life(
            """
            draft: { $T, on: { send: { $T, by: [INT], to: sign }, drop: { $T, by: [INT], reason: required, to: z } } }
            sign: { $T, children: [{ name: c, forEach: party in agreement.parties, run: circuit, join: none }], on: { c.signed: {}, f: { $T, by: [INT], if: { that: "\(condition)", else: no }, to: force }, bk: { $T, by: [INT], reason: required\(leaving ? ", do: [{ remove_party: 'agreement.parties[0].id' }]" : ""), to: draft } } }
            force: { $T, legal: in_force, on: { close: { $T, by: [INT], reason: required, to: z } } }
            z: { $T, legal: ended, final: true }
            """, initial: "draft",
            more: """
                circuit:
                  $T
                  initial: open
                  states:
                    open: { $T, on: { sign: { $T, by: [SIG(party)], do: signature, to: signed } } }
                    signed: { $T, outcome: signed, final: true }
                """, head: "refusals: { no: { fr: Non., en: No. } }\nparameters: { few: 2, length: P1M }")
        return Small.prove(text).findings.map(\.code.rawValue)
    }

    @Test(
        "What lets somebody pass demands nothing",
        arguments: [
            "agreement.parties.all(p, p.epscp || p.id in text.signedBy)",
            "agreement.parties.all(p, p.country == 'XX' || p.id in text.signedBy)",
            "agreement.parties.all(p, p.name == 'Acme' || p.id in text.signedBy)",
            "agreement.parties.all(p, p.id == 'INSERM' || p.id in text.signedBy)",
            "agreement.parties.all(p, p.id in ['A', 'B'] || p.id in text.signedBy)",
            "agreement.parties.all(p, p.id.startsWith('A') || p.id in text.signedBy)",
            "agreement.parties.all(p, p.id > 'm' || p.id in text.signedBy)",
            "agreement.parties.exists(p, p.id == 'A') && agreement.parties.exists(p, p.id == 'B') || \(all)",
            "agreement.parties.all(p, !has(p.country) || p.id in text.signedBy)",
            "size(text.signedBy) >= 3", "size(text.signedBy) == 3", "size(text.signedBy) >= 7",
            "size(text.signedBy) >= 300", "size(text.signedBy) >= param.few",
            "agreement.parties.all(p, size(p.id) > 1 || p.id in text.signedBy)",
            "agreement.parties.all(p, p.id.size() != 1 || p.id in text.signedBy)",
            "agreement.parties.all(p, type(p.id) == string || p.id in text.signedBy)",
            "size(text.sha256) > 1 || agreement.parties.all(p, p.id in text.signedBy)",
            "size(agreement.parties) > int('50') || agreement.parties.all(p, p.id in text.signedBy)",
            "size(agreement.parties) > 3 || \(all)", "size(agreement.parties) > 12 || \(all)",
            "size(agreement.parties) <= 3 ? \(all) : true", "text.version > 5 || \(all)",
            "text.sha256 == 'abc' || \(all)", "agreement.renewals > 0 || \(all)",
            "now > timestamp('2030-01-01T00:00:00Z') || \(all)",
            "size(agreement.parties) > 2 && agreement.parties[0].id in text.signedBy && agreement.parties[1].id in text.signedBy && agreement.parties[2].id in text.signedBy",
            "size(agreement.signatures.filter(s, !s.void && s.sha256 == text.sha256)) >= size(agreement.parties)",
            "size(text.signedBy) * 3 > size(agreement.parties) * 2",
            "string(agreement.parties.size()) == '9' || \(all)",
            "string(size(agreement.parties)) in ['9'] || \(all)",
            "bytes(string(text.signedBy.size())) == b'5' || \(all)",
            "string(agreement.parties.size()).startsWith('9') || \(all)",
            "agreement.signatures.exists(s, s.void && s.sha256 != text.sha256) || \(all)",
            "agreement.signatures.exists(s, s.void && agreement.signatures.exists(t, t.party == s.party && !t.void)) || \(all)",
            "text.signedBy[0] == agreement.parties[1].id && text.signedBy[1] == agreement.parties[0].id",
            "agreement.signatures[0].party == agreement.signatures[2].party || \(all)",
        ])
    func passing(_ condition: String) {
        #expect(Self.findings(condition).contains("unsigned_in_force"), "\(condition)")
    }

    @Test(
        "What asks for each signature demands them, whatever else it asks for",
        arguments: [
            all, "size(text.signedBy) == size(agreement.parties)",
            "agreement.parties.filter(p, p.id in text.signedBy).size() == agreement.parties.size()",
            "size(agreement.parties.filter(p, !(p.id in text.signedBy))) == 0",
            "agreement.parties.all(p, signatures.exists(s, s.party == p.id && !s.void && s.sha256 == text.sha256))",
            "text.sha256 != '' && \(all)", "day(now) >= agreement.start && \(all)",
            "plus(day(now), param.length) > agreement.plannedStart && \(all)",
            "size(agreement.parties) >= 3 && \(all)",
            "!agreement.parties.exists(p, !(p.id in text.signedBy))",
            "agreement.parties.all(p, p.id in text.signedBy && p.country != 'XX')",
        ])
    func demanding(_ condition: String) {
        #expect(!Self.findings(condition).contains("unsigned_in_force"), "\(condition)")
    }

    @Test("As many signatures as parties are not those of all, where a party may leave")
    func leaving() {
        let found = Self.findings("size(text.signedBy) == size(agreement.parties)", leaving: true)
        #expect(found.contains("unsigned_in_force"))
        #expect(!Self.findings(Self.all, leaving: true).contains("unsigned_in_force"))
    }
}
