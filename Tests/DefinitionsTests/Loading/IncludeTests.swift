import Agreements
import Definitions
import Testing

@Suite("Included files")
struct IncludeTests {
    private static let split = Sample.text.firstRange(of: "  signing:\n")
    private static let main: String = {
        let end = split?.lowerBound ?? Sample.text.endIndex
        return String(Sample.text[..<end]).replacing(
            "entry: call\n", with: "entry: call\ninclude: [common/signing.yaml]\n")
    }()
    private static let signing = "processes:\n" + (split.map { Sample.text[$0.lowerBound...] } ?? "")

    @Test("A process may be in another file, and belongs to the hash")
    func process() throws {
        let workflow = try Sample.load(Self.main, including: ["common/signing.yaml": Self.signing])
        #expect(workflow.processes.keys.sorted() == ["life", "signing"])
        let other = try Sample.load(Self.main, including: ["common/signing.yaml": Self.signing + "# \n"])
        #expect(workflow.sha256 != other.sha256)
    }

    @Test("A finding in an included file names that file")
    func place() {
        let wrong = Self.signing.replacing("role: SIG(party)", with: "role: SGI(party)")
        #expect(
            Sample.findings(Self.main, including: ["common/signing.yaml": wrong]) == [
                "common/signing.yaml:8:23: there is no role \"SGI\" (did you mean SIG?)"
            ])
    }

    @Test("What an included file holds and nobody uses is no finding")
    func unused() throws {
        let more = Self.signing + "refusals:\n  other: { fr: A, en: A }\n"
        let spare = more.replacing("processes:\n", with: "processes:\n  spare: { titel: x }\n")
        #expect(Sample.findings(Self.main, including: ["common/signing.yaml": more]) == [])
        #expect(
            Sample.findings(Self.main, including: ["common/signing.yaml": spare]) == [],
            "a process that is not run is not read")
    }

    @Test("A name is declared once")
    func twice() {
        let more = Self.signing + "refusals:\n  call_closed: { fr: A, en: A }\n"
        let findings = Sample.findings(Self.main, including: ["common/signing.yaml": more])
        #expect(findings.count == 1)
        #expect(findings.first?.hasSuffix("the refusal call_closed is declared at f.yaml:12:3") == true)
    }

    @Test(
        "A file above or outside the folder is never asked for",
        arguments: [
            "../secret.yaml", "/etc/passwd", "common/../../x", ".hidden", "a//b", "C:\\x", "a/", "", "a b",
        ])
    func outside(_ path: String) throws {
        let text = Self.main.replacing("common/signing.yaml", with: "'\(path)'")
        var asked: [String] = []
        let sources = WorkflowSources(name: "f.yaml", bytes: Array(text.utf8)) { path in
            asked.append(path)
            return nil
        }
        let error = #expect(throws: InvalidDefinition.self) { try WorkflowLoader().load(sources) }
        #expect(error?.findings.first?.code == .badInclude)
        #expect(asked == [])
    }

    @Test("A missing file is named where it is included")
    func missing() {
        #expect(Sample.findings(Self.main).first == "f.yaml:6:11: there is no file \"common/signing.yaml\"")
    }

    @Test("More than sixteen files, or one twice, are refused")
    func many() {
        let list = (1...17).map { "f\($0).yaml" }.joined(separator: ", ")
        let text = Self.main.replacing("[common/signing.yaml]", with: "[\(list)]")
        #expect(Sample.findings(text).first == "f.yaml:6:10: at most 16 files are included")
        let twice = Self.main.replacing(
            "[common/signing.yaml]", with: "[common/signing.yaml, common/signing.yaml]")
        #expect(
            Sample.findings(twice, including: ["common/signing.yaml": Self.signing]) == [
                "f.yaml:6:32: \"common/signing.yaml\" is included twice"
            ])
    }
}
