import Definitions
import Foundation
import Testing

@Suite("Mangled SCXML documents")
struct MangledMachineTests {
    /// SplitMix64.
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    private static let machines =
        ContentMachines.blocks + ContentMachines.loops + SendMachines.arguments + SendMachines.data
        + SelectionMachines.conflicts + SelectionMachines.kinds + StructureMachines.entries
        + StructureMachines.ends + HistoryMachines.machines + ChildMachines.lives + ChildMachines.talks

    /// `ENTENTE_SEED`, else another one each time.
    private static let seed =
        ProcessInfo.processInfo.environment["ENTENTE_SEED"].flatMap { UInt64($0) }
        ?? UInt64.random(in: .min ... .max)

    @Test(
        "A document with pieces lost or exchanged is refused, or runs the same after import and export"
    )
    func pieces() throws {
        var random = Generator(state: Self.seed)
        var loaded = 0
        for machine in Self.machines {
            for _ in 0..<4 {
                let text = Self.mangle(machine.text, &random)
                guard let document = try? SCXMLReader.read(Array(text.utf8)) else { continue }
                loaded += 1
                let chart = Array(ChartFile.text(of: document).utf8)
                let imported = try ChartFile.read(chart, file: "chart.yaml")
                let exported = try SCXMLReader.read(Array(imported.scxml.utf8))
                let outcome = SCXMLSuite.failure(of: document)
                #expect(SCXMLSuite.failure(of: imported) == outcome, "seed \(Self.seed)\n\(text)")
                #expect(SCXMLSuite.failure(of: exported) == outcome, "seed \(Self.seed)\n\(text)")
            }
        }
        #expect(loaded > 20, "seed \(Self.seed)")
    }

    @Test("A document with bytes changed is refused with findings, or loads")
    func bytes() {
        var random = Generator(state: Self.seed)
        for machine in Self.machines {
            var bytes = Array(machine.text.utf8)
            for _ in 0..<3 {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
                    in: 0...255, using: &random)
            }
            do throws(SCXMLRefusal) { _ = try SCXMLReader.read(bytes) } catch {
                #expect(!error.findings.isEmpty, "seed \(Self.seed)")
            }
        }
    }

    /// Exchanges two values of attributes, or takes an empty element away, or doubles it.
    private static func mangle(_ text: String, _ random: inout Generator) -> String {
        let values = text.ranges(of: /"[^"<>]*"/)
        let elements = text.ranges(of: /<[a-z]+ [^<>]*\/>/)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return replace(elements, by: { _ in "" }, in: text, &random)
        case 1: return replace(elements, by: { $0 + $0 }, in: text, &random)
        default:
            let other = values.randomElement(using: &random).map { String(text[$0]) } ?? ""
            return replace(values, by: { _ in other }, in: text, &random)
        }
    }

    private static func replace(
        _ ranges: [Range<String.Index>], by new: (String) -> String, in text: String,
        _ random: inout Generator
    ) -> String {
        guard let range = ranges.randomElement(using: &random) else { return text }
        return text.replacingCharacters(in: range, with: new(String(text[range])))
    }
}
