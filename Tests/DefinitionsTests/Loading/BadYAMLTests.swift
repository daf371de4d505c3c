import Definitions
import Testing

@Suite("Bytes and YAML that are refused")
struct BadYAMLTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var bytes: [UInt8]
        var expected: [String]

        init(_ name: String, _ text: String, _ expected: String...) {
            (self.name, bytes, self.expected) = (name, Array(text.utf8), expected)
        }

        init(_ name: String, bytes: [UInt8], _ expected: String...) {
            (self.name, self.bytes, self.expected) = (name, bytes, expected)
        }

        var testDescription: String { name }
    }

    static let cases = [
        Case("nothing at all", "", "f.yaml:1:1: the file is empty"),
        Case("only a comment", "# nothing\n", "f.yaml:1:1: the file is empty"),
        Case(
            "anchor and alias", "a: &x [1]\nb: *x\n",
            "f.yaml:1:4: anchors are refused: &x; quote a text that begins with &",
            "f.yaml:2:4: aliases are refused: *x; quote a text that begins with *"),
        Case("merge key", "a:\n  <<: { b: 1 }\n", "f.yaml:2:3: merge keys are refused: <<"),
        Case(
            "custom tag", "a: !ruby/object x\n",
            "f.yaml:1:4: tags are refused: !ruby/object; quote a text that begins with !"),
        Case(
            "standard tag", "a: !!str 1\n",
            "f.yaml:1:4: tags are refused: tag:yaml.org,2002:str; quote a text that begins with !"),
        Case("duplicate key", "a: 1\nb: 2\na: 3\n", "f.yaml:3:1: the key \"a\" is there already, in line 1"),
        Case(
            "several documents", "a: 1\n---\nb: 2\n",
            "f.yaml:2:1: a second document begins here: one file holds one"),
        Case("tab", "a:\n\tb: 1\n", "f.yaml:2:1: tabs are refused: write spaces"),
        Case(
            "not UTF-8", bytes: Array("a: é\nb: ".utf8) + [0xE9],
            "f.yaml:2:4: the file is not UTF-8: byte 0xE9"),
        Case("overlong UTF-8", bytes: [0x61, 0xC0, 0xAF], "f.yaml:1:2: the file is not UTF-8: byte 0xC0"),
        Case("NUL", bytes: [0x61, 0x0A, 0x62, 0x00], "f.yaml:2:2: a NUL byte is not text"),
        Case(
            "control character", bytes: Array("a: b\nc: ".utf8) + [0x07],
            "f.yaml:2:4: not YAML: control characters are not allowed"),
        Case("collection as a key", "? [a, b]\n: 1\n", "f.yaml:1:3: a key is a text, not a collection"),
        Case(
            "unfinished list", "a: [1, 2\n", "f.yaml:2:1: not YAML: did not find expected ',' or ']'"),
        Case("list at the top", "- a\n", "f.yaml:1:1: a workflow file is expected here, not a list"),
        Case("text at the top", "hello\n", "f.yaml:1:1: a workflow file is expected here, not a text"),
        Case(
            "33 levels", String(repeating: "[", count: 33) + String(repeating: "]", count: 33),
            "f.yaml:1:33: values are nested deeper than 32 levels"),
        Case(
            "10,000 open brackets", String(repeating: "[", count: 10_000),
            "f.yaml:1:1: values are nested deeper than 32 levels"),
        Case(
            "10,000 dashes", String(repeating: "- ", count: 10_000),
            "f.yaml:1:65: values are nested deeper than 32 levels"),
        Case(
            "24,001 values", "a:\n" + String(repeating: "- x\n", count: 24_000),
            "f.yaml:24000:3: the file has more than 24000 values"),
        Case(
            "512 kB and a byte", String(repeating: "#", count: 524_289),
            "f.yaml:1:1: the file has 524289 bytes; at most 524288 are read"),
    ]

    @Test("Each is refused by name, with its place", arguments: cases)
    func refused(_ bad: Case) {
        let sources = WorkflowSources(name: "f.yaml", bytes: bad.bytes)
        do {
            _ = try WorkflowLoader().load(sources)
            Issue.record("it was loaded")
        } catch {
            #expect(error.findings.map(\.description) == bad.expected)
        }
    }

    @Test("A bomb of aliases is refused without being unfolded")
    func aliasBomb() {
        var text = "a: &a [x, x, x, x, x, x, x, x]\n"
        for (name, previous) in zip("bcdefghij", "abcdefghi") {
            text +=
                "\(name): &\(name) [" + Array(repeating: "*\(previous)", count: 8).joined(separator: ", ")
                + "]\n"
        }
        text += "? *j\n: 1\n"
        let findings = Sample.findings(text)
        #expect(findings.count == 10 + 9 * 8 + 1)
        #expect(
            findings.allSatisfy { $0.contains("anchors are refused") || $0.contains("aliases are refused") })
    }

    @Test("32 levels, 512 kB of comment and a byte order mark are read")
    func atTheLimits() {
        let deep = String(repeating: "[", count: 31) + String(repeating: "]", count: 31)
        #expect(Sample.findings("a: \(deep)\n").contains("f.yaml:1:1: a workflow file has no key \"a\""))
        #expect(Sample.findings(Sample.text + String(repeating: "#", count: 500_000)) == [])
        #expect(Sample.findings("\u{FEFF}" + Sample.text) == [])
    }
}
