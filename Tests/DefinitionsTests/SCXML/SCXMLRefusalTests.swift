import Definitions
import Foundation
import Testing

@Suite("SCXML that is refused")
struct SCXMLRefusalTests {
    private func findings(_ text: String, in folder: SCXMLFolder = .empty) -> [SCXMLFinding] {
        findings(Array(text.utf8), in: folder)
    }

    private func findings(_ bytes: [UInt8], in folder: SCXMLFolder = .empty) -> [SCXMLFinding] {
        do throws(SCXMLRefusal) {
            _ = try SCXMLReader.read(bytes, in: folder)
            return []
        } catch {
            return error.findings
        }
    }

    private static func document(_ inside: String, _ attributes: String = "") -> String {
        "<scxml xmlns=\"http://www.w3.org/2005/07/scxml\" version=\"1.0\" \(attributes)>\n\(inside)</scxml>"
    }

    typealias Code = SCXMLFinding.Code

    @Test(
        "What is not in the profile is refused by name, with its line",
        arguments: [
            ("<!DOCTYPE scxml [<!ENTITY a \"b\">]>\n" + document("<state id=\"a\"/>"), Code.doctype, 1),
            ("\n<!ENTITY a \"b\">" + document("<state id=\"a\"/>"), .doctype, 2),
            (
                "<?xml version=\"1.0\"?>\n<?xml-stylesheet href=\"x\"?>" + document("<state id=\"a\"/>"),
                .processingInstruction, 2
            ),
            ("<?xml version=\"1.0\" encoding=\"UTF-7\"?>" + document("<state id=\"a\"/>"), .notUTF8, 1),
            ("<scxml><state id=\"a\"/></scxml>", .namespace, 1),
            ("<scxml xmlns=\"http://www.w3.org/2005/07/SCXML\"><state id=\"a\"/></scxml>", .namespace, 1),
            (
                document(
                    "<x:include xmlns:x=\"http://www.w3.org/2001/XInclude\" href=\"/etc/passwd\"/><state/>"),
                .namespace, 2
            ),
            (document("<script>while(true){}</script><state id=\"a\"/>"), .script, 2),
            (document("<state id=\"a\">\n<onentry><script src=\"x.js\"/></onentry></state>"), .script, 3),
            (document("<state id=\"a\"/>", "datamodel=\"ecmascript\""), .unsupported, 1),
            (
                document("<datamodel><data id=\"x\"/>\n<data id=\"x\"/></datamodel><state id=\"a\"/>"),
                .chart, 3
            ),
            (
                document(
                    "<datamodel><data id=\"x\"/></datamodel>\n<state><datamodel><data id=\"x\"/></datamodel></state>"
                ),
                .chart, 3
            ),
            (
                document(
                    "<state><invoke id=\"c\" srcexpr=\"'a'\"/>\n<invoke id=\"c\" srcexpr=\"'b'\"/></state>"),
                .chart, 3
            ),
            (
                document(
                    "<state><invoke id=\"c\" srcexpr=\"'a'\"/></state>\n<parallel><state>"
                        + "<invoke id=\"c\" srcexpr=\"'b'\"/></state></parallel>"),
                .chart, 3
            ),
            (document("<state id=\"a\"/>\n<state id=\"b&own;\"/>"), .entity, 3),
            (document("<state id=\"a\"/>\n&eacute;"), .entity, 3),
            (
                document("<datamodel><data id=\"x\" src=\"file:///etc/passwd\"/></datamodel><state/>"),
                .outsideFolder, 2
            ),
            (document("<datamodel><data id=\"x\" src=\"../x.txt\"/></datamodel><state/>"), .outsideFolder, 2),
            (
                document("<datamodel><data id=\"x\" src=\"http://x.example/\"/></datamodel><state/>"),
                .outsideFolder, 2
            ),
            (document("<state id=\"a\"><invoke src=\"/etc/passwd\"/></state>"), .outsideFolder, 2),
            (document("<state id=\"a\"/>\n<state id=\"a\"/>"), .chart, 3),
            (document("<state id=\"a\">\n<state id=\"b c\"/></state>"), .value, 3),
            (document("<parallel id=\"\"><state/></parallel>"), .value, 2),
            (
                document(
                    "<state><history id=\"h&#9;\"><transition target=\"b\"/></history><state id=\"b\"/></state>"
                ),
                .value, 2
            ),
            (
                document("<state><invoke src=\"a.scxml\"><content expr=\"'a'\"/></invoke></state>"),
                .contradiction, 2
            ),
            (document("<state><invoke srcexpr=\"'a'\"><content/></invoke></state>"), .contradiction, 2),
            (document("<state><invoke><content/><content/></invoke></state>"), .contradiction, 2),
            (
                document("<state><invoke><content expr=\"'a'\">a</content></invoke></state>"), .contradiction,
                2
            ),
            (document("<state id=\"a\"><transition event=\"e\" target=\"nowhere\"/></state>"), .chart, 2),
            (document("<state id=\"a\" initial=\"b\"><state id=\"c\"/></state><state id=\"b\"/>"), .chart, 2),
            (document("<state id=\"a\"><history id=\"h\"/><state id=\"b\"/></state>"), .chart, 2),
            (document(""), .chart, 1),
            (document("<state id=\"a\"><teleport/></state>"), .unknownElement, 2),
            (document("<state id=\"a\"><onentry><state id=\"b\"/></onentry></state>"), .unknownElement, 2),
            (document("<state id=\"a\" final=\"true\"/>"), .unknownAttribute, 2),
            (document("<state id=\"a\"><onentry><raise/></onentry></state>"), .missingAttribute, 2),
            (
                document("<state id=\"a\"><onentry><send event=\"a\" eventexpr=\"b\"/></onentry></state>"),
                .contradiction, 2
            ),
            (document("<state id=\"a\"><transition type=\"sideways\"/></state>"), .value, 2),
            (document("<state id=\"a\">"), .malformed, 2),
            ("", .malformed, 1),
            (document("<state id=\"a\"/>") + "\n more", .malformed, 3),
            (document("<state id=\"a\"/>") + "<script/>", .malformed, 2),
            (document("<state id=\"a\"/>") + document("<state id=\"b\"/>"), .malformed, 2),
            (document("<state id=\"a\"/>") + "<![CDATA[x]]>", .malformed, 2),
            (document("<state id=\"a\"/>") + "&amp;", .malformed, 2),
            (document("<state id=\"a\"/>") + "<!DOCTYPE scxml>", .doctype, 2),
        ])
    func refused(text: String, code: Code, line: Int) {
        let found = findings(text)
        #expect(found.map(\.code) == [code], "\(found)")
        if code != .malformed { #expect(found.map(\.line) == [line], "\(found)") }
    }

    @Test("Comments and white space may follow the root element")
    func afterTheRoot() {
        let text = Self.document("<state id=\"a\"/>") + "\n<!-- </scxml> more -->\n\t"
        #expect(findings(text) == [])
    }

    @Test("What follows the root element is said to")
    func afterTheRootInWords() {
        let found = findings(Self.document("<state id=\"a\"/>") + "<script/>")
        #expect(found.count == 1 && found.allSatisfy { $0.message.contains("after its root element") })
    }

    @Test("Bytes that are not UTF-8 are refused before anything reads them")
    func encodings() {
        let text = Self.document("<state id=\"a\"/>")
        #expect(findings(text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }).map(\.code) == [.notUTF8])
        #expect(findings([0xC0, 0xBC] + Array(text.utf8)).map(\.code) == [.notUTF8])
        #expect(findings([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == [])
        #expect(
            findings([UInt8](repeating: 0x20, count: SCXMLRefusalTests.sizeMax + 1)).map(\.code) == [
                .tooLarge
            ])
    }

    @Test(
        "Another encoding is refused by its name",
        arguments: [
            (Array("<a/>".utf16).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }, "UTF-16"),
            (Array("<a/>".utf16).flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }, "UTF-16"),
            ([0xFF, 0xFE, 0x3C, 0x00], "UTF-16"), ([0xFE, 0xFF, 0x00, 0x3C], "UTF-16"),
            (Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE9], "encoding ISO-8859-1"),
            (Array("<?xml version='1.0' encoding = \"windows-1252\" ?><a/>".utf8), "encoding windows-1252"),
            (Array("<a>".utf8) + [0xE9], "not UTF-8"), (Array("<a>\0</a>".utf8), "NUL"),
        ] as [([UInt8], String)])
    func otherEncodings(bytes: [UInt8], name: String) {
        let found = findings(bytes)
        #expect(found.map(\.code) == [.notUTF8] && found.allSatisfy { $0.message.contains(name) }, "\(found)")
        #expect(found.allSatisfy { !$0.description.contains("line 0") })
    }

    static let sizeMax = 1 << 20

    @Test(
        "64 levels of states are read, 65 are refused, 10,000 do no harm",
        arguments: [(64, nil), (65, Code.nesting), (10_000, .nesting)])
    func nesting(depth: Int, code: Code?) {
        let inside =
            (1...depth).map { "<state id=\"s\($0)\">" }.joined() + String(repeating: "</state>", count: depth)
        #expect(findings(Self.document(inside)).first?.code == code)
    }

    @Test(
        "64 conditions inside each other are read, 65 are refused",
        arguments: [(64, nil), (65, Code.nesting), (70, .nesting)])
    func contentNesting(depth: Int, code: Code?) {
        let inside =
            String(repeating: "<if cond=\"true\">", count: depth) + String(repeating: "</if>", count: depth)
        let text = Self.document("<state id=\"a\"><onentry>\(inside)</onentry></state>")
        #expect(findings(text).first?.code == code)
    }

    @Test("What XML defines itself, comments and CDATA hold no entity that is refused")
    func entities() {
        let log = "<onentry><log label=\"&lt;&#65;&amp;\"/></onentry><!-- &a; -->"
        #expect(findings(Self.document("<state>\(log)</state>")) == [])
        let data = "<datamodel><data id=\"x\"><![CDATA[&b;]]></data></datamodel><state/>"
        #expect(findings(Self.document(data)) == [])
    }

    @Test("A variable of a document inside another is another one")
    func variablesOfChildren() {
        let own = "<datamodel><data id=\"x\"/></datamodel><state/>"
        let child = "<state><invoke><content>\(Self.document(own))</content></invoke></state>"
        #expect(findings(Self.document("<datamodel><data id=\"x\"/></datamodel>\(child)")) == [])
    }

    @Test("A child session of a document inside another is another one")
    func childrenOfChildren() {
        let own = Self.document("<state><invoke id=\"c\" srcexpr=\"'a'\"/></state>")
        let child = "<state><invoke id=\"c\"><content>\(own)</content></invoke></state>"
        #expect(findings(Self.document(child)) == [])
    }

    @Test("All findings are reported at once")
    func several() {
        let found = findings(
            Self.document(
                "<script/>\n<state id=\"a\" color=\"red\"/>\n<state><onentry><wait/></onentry></state>"))
        #expect(found.map(\.line) == [2, 3, 4])
    }

    @Test("A file that a symbolic link leads to outside the folder is refused")
    func symbolicLink() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "scxml-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createSymbolicLink(
            at: folder.appending(path: "link.txt"), withDestinationURL: URL(filePath: "/etc/hostname"))
        try Data("7".utf8).write(to: folder.appending(path: "own.txt"))
        func load(_ name: String) -> [Code] {
            let text = Self.document("<datamodel><data id=\"x\" src=\"\(name)\"/></datamodel><state/>")
            return findings(text, in: .directory(folder.path)).map(\.code)
        }
        #expect(load("link.txt") == [.outsideFolder])
        #expect(load("own.txt") == [])
    }

    @Test(
        "The name of a file is a relative reference, which may step back inside the folder; else it is told why not",
        arguments: [
            ("own.txt", nil), ("sub/../own.txt", nil), ("./own.txt", nil), ("file:own.txt", nil),
            ("FILE:own.txt", nil),
            ("a%20b.txt", nil), ("../own.txt", "leads out of"), ("sub/../../own.txt", "leads out of"),
            ("%2e%2e/own.txt", "leads out of"), ("", "no relative path"), ("data:,5", "no relative path"),
            ("/etc/hostname", "no relative path"), ("file:///etc/hostname", "no relative path"),
            (".", "no relative path"), ("own.txt%00", "no relative path"),
        ] as [(String, String?)])
    func names(name: String, reason: String?) {
        let folder = SCXMLFolder { name throws(SCXMLFolder.Failure) in
            guard ["own.txt", "a b.txt"].contains(name) else { throw .missing }
            return "7"
        }
        let text = Self.document("<datamodel><data id=\"x\" src=\"\(name)\"/></datamodel><state/>")
        let found = findings(text, in: folder)
        #expect(found.map(\.code) == (reason == nil ? [] : [.outsideFolder]), "\(found)")
        #expect(found.allSatisfy { $0.message.contains(reason ?? "") && $0.message.contains("\"\(name)\"") })
    }

    @Test("Documents that invoke each other in a circle are refused")
    func circle() {
        let folder = SCXMLFolder { name throws(SCXMLFolder.Failure) in
            Self.document("<state id=\"a\"><invoke src=\"\(name == "a.scxml" ? "b" : "a").scxml\"/></state>")
        }
        #expect(
            findings(Self.document("<state><invoke src=\"a.scxml\"/></state>"), in: folder).map(\.code) == [
                .chart
            ])
    }

    @Test("A document that invokes very many others is refused")
    func crowd() {
        let folder = SCXMLFolder { name throws(SCXMLFolder.Failure) in
            let next = (0..<3).map { "<invoke src=\"\(name)\($0)\"/>" }.joined()
            return Self.document("<state>\(next)</state>")
        }
        let found = findings(Self.document("<state><invoke src=\"a\"/></state>"), in: folder)
        #expect(found.contains { $0.code == .tooLarge } && found.count < 200)
    }
}
