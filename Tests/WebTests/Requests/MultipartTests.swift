import Testing

@testable import Web

@Suite("Forms with files")
struct MultipartTests {
    private static func read(_ text: String) -> (fields: Fields, files: [UploadedFile])? {
        Multipart.read(Array(text.utf8), boundary: "b")
    }

    private static func part(_ head: String, _ content: String) -> String {
        "--b\r\nContent-Disposition: form-data; \(head)\r\n\r\n\(content)\r\n"
    }

    @Test("Fields and files are read, their bytes as they are")
    func whole() throws {
        let file =
            "--b\r\nContent-Disposition: form-data; name=\"text\"; filename=\"a.pdf\"\r\n"
            + "Content-Type: application/pdf\r\n\r\n%PDF-1.7\r\n--\r\n--c\r\n\u{0}\r\n"
        let read = try #require(
            Self.read(Self.part("name=\"a\"", "é ") + file + Self.part("name=\"a\"", "") + "--b--\r\n"))
        #expect(read.fields.all("a") == ["é ", ""])
        #expect(
            read.files == [
                UploadedFile(
                    field: "text", name: "a.pdf", bytes: Array("%PDF-1.7\r\n--\r\n--c\r\n\u{0}".utf8))
            ])
    }

    @Test(
        "Of a file's name the last part is kept",
        arguments: [
            ("a.pdf", "a.pdf"), ("../../a.pdf", "a.pdf"), ("/etc/passwd", "passwd"),
            ("C:\\x\\a.pdf", "a.pdf"),
            ("..\\..\\a.pdf", "a.pdf"), ("a%22b.pdf", "a\"b.pdf"), ("/", ""), ("é.pdf", "é.pdf"),
            ("a/\u{301}b.pdf", "\u{301}b.pdf"),
        ])
    func names(given: String, kept: String) throws {
        let read = try #require(
            Self.read(Self.part("name=\"f\"; filename=\"\(given)\"", "x") + "--b--"))
        #expect(read.files.map(\.name) == [kept] && read.fields.entries.isEmpty)
    }

    @Test(
        "A name of three hundred characters is kept, to be refused by its form; an empty field for a file is none"
    )
    func longName() throws {
        let long = String(repeating: "a", count: 300)
        let read = try #require(
            Self.read(
                Self.part("name=\"f\"; filename=\"\(long)\"", "x")
                    + Self.part("name=\"g\"; filename=\"\"", "")
                    + "--b--"))
        #expect(read.files.map(\.name.count) == [300])
    }

    @Test(
        "What is not written as it should be is not read at all",
        arguments: [
            "", "x", "--b", "--b\r\n", "--bx\r\n", part("name=\"a\"", "1"), part("name=\"a\"", "1") + "--b",
            part("name=\"a\"", "1") + "--b-", part("name=\"a\"", "1") + "--bc--",
            "\r\n" + part("name=\"a\"", "1") + "--b--", part("", "1") + "--b--",
            part("name=\"\"", "1") + "--b--",
            part("name=a", "1") + "--b--", part("name=\"a", "1") + "--b--",
            part("filename=\"a\"", "1") + "--b--",
            "--b\r\nContent-Disposition: form-data; name=\"a\"\n\n1\r\n--b--",
            "--b\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b--",
            "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\n--b--",
            "--b\r\nContent-Disposition: form-data; name=\"a\rX: y\"\r\n\r\n1\r\n--b--",
            "--b\r\nContent-Disposition: form-data; name=\"a\u{0}\"\r\n\r\n1\r\n--b--",
            "--b\r\nX: y\r\n\r\n1\r\n--b--", "--b\r\n\r\n1\r\n--b--",
            "--b\r\nContent-Disposition: form-data; name=\"a\"; x=\"\(String(repeating: "y", count: 4_096))\"\r\n\r\n1\r\n--b--",
        ])
    func unreadable(text: String) { #expect(Self.read(text) == nil) }

    @Test(
        "A value with what no text keeps is read, and known as damaged",
        arguments: ["\u{0}", "\u{1b}", "\u{7f}"])
    func damaged(character: String) {
        let fields = Self.read(Self.part("name=\"a\"", "x\(character)y") + "--b--")?.fields
        #expect(fields?["a"] == "x\u{FFFD}y" && fields?.damaged == ["a"])
    }

    @Test("A field of bytes that are no UTF-8 is not read, a file of them is")
    func bytes() {
        func body(_ head: String) -> [UInt8] {
            Array("--b\r\nContent-Disposition: form-data; \(head)\r\n\r\n".utf8) + [0xC0, 0xAE, 0xFF]
                + Array("\r\n--b--".utf8)
        }
        #expect(Multipart.read(body("name=\"a\""), boundary: "b") == nil)
        let file = Multipart.read(body("name=\"a\"; filename=\"x\""), boundary: "b")
        #expect(file?.files.first?.bytes == [0xC0, 0xAE, 0xFF])
    }

    @Test("A hundred parts at most")
    func most() {
        let hundred = String(repeating: Self.part("name=\"a\"", "1"), count: 100)
        #expect(Self.read(hundred + "--b--")?.fields.entries.count == 100)
        #expect(Self.read(hundred + Self.part("name=\"a\"", "1") + "--b--") == nil)
    }

    @Test(
        "The boundary is the type's, of one to seventy visible characters",
        arguments: [
            ("multipart/form-data; boundary=abc", "abc"), ("Multipart/Form-Data;BOUNDARY=abc", "abc"),
            ("multipart/form-data; charset=utf-8; boundary=\"a-b_c\"", "a-b_c"), ("multipart/form-data", nil),
            ("multipart/form-data; boundary=", nil), ("multipart/form-data; boundary=\"\"", nil),
            ("multipart/mixed; boundary=abc", nil), ("application/x-www-form-urlencoded", nil), ("", nil),
            ("multipart/form-data; boundary=a b", nil), ("multipart/form-data; boundary=é", nil),
            (
                "multipart/form-data; boundary=" + String(repeating: "a", count: 70),
                String(repeating: "a", count: 70)
            ),
            ("multipart/form-data; boundary=" + String(repeating: "a", count: 71), nil),
        ] as [(String, String?)])
    func boundary(type: String, expected: String?) { #expect(Multipart.boundary(type) == expected) }
}
