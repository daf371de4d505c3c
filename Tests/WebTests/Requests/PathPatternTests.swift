import Testing

@testable import Web

@Suite("Paths with holes")
struct PathPatternTests {
    private static let pattern = PathPattern("/files/:file/acts/:event")

    @Test(
        "A hole takes one part, decoded once",
        arguments: [
            ("/files/LIA-1/acts/decide", "LIA-1", "decide"), ("/files/a%20b/acts/c%2Fd", "a b", "c/d"),
            ("/files/a+b/acts/x", "a+b", "x"), ("/files/%C3%A9/acts/é", "é", "é"),
            ("/files/%252e%252e/acts/x", "%2e%2e", "x"), ("/files/../acts/x", "..", "x"),
            ("/files/%2e%2e%2f/acts/x", "../", "x"),
        ])
    func match(path: String, file: String, event: String) {
        #expect(Self.pattern.match(path) == ["file": file, "event": event])
    }

    @Test(
        "Another path is another path",
        arguments: [
            "", "/", "files/a/acts/b", "/files", "/files/a", "/files/a/acts", "/files/a/acts/",
            "/files//acts/b",
            "/files/a/acts/b/", "/files/a/acts/b/c", "//files/a/acts/b", "/Files/a/acts/b",
            "/f%69les/a/acts/b",
            "/files/a/act%73/b", "/files/./a/acts/b", "/files/%/acts/b", "/files/%4/acts/b",
            "/files/%zz/acts/b",
            "/files/%00/acts/b", "/files/a%00b/acts/b", "/files/%c0%ae/acts/b", "/files/%ff/acts/b",
            "/files/%ed%a0%80/acts/b", "/files/%1b/acts/b", "/files/\u{0}/acts/b",
        ])
    func other(path: String) { #expect(Self.pattern.match(path) == nil) }

    @Test("A part of more than two hundred bytes is none")
    func length() {
        let long = String(repeating: "a", count: 200)
        #expect(Self.pattern.match("/files/\(long)/acts/b") == ["file": long, "event": "b"])
        #expect(Self.pattern.match("/files/\(long)a/acts/b") == nil)
        #expect(Self.pattern.match("/files/\(String(repeating: "%41", count: 67))/acts/b") == nil)
    }

    @Test("A pattern without holes is itself only")
    func fixed() {
        #expect(PathPattern("/").match("/") == [:])
        #expect(PathPattern("/todo").match("/todo") == [:])
        #expect(PathPattern("/todo").match("/todo/") == nil && PathPattern("/").match("") == nil)
        #expect(PathPattern("/a/:b").description == "/a/:b")
    }

    @Test(
        "What is encoded is decoded to itself, and has nothing that a path or query reads",
        arguments: ["", "a", "a b", "a/b?c#d&e=f", "%", "%25", "é", "🦊", "\r\n\t", "../..", "<\"'>"])
    func encoded(text: String) {
        let encoded = PercentCoding.encoded(text)
        #expect(PercentCoding.decoded(Substring(encoded)) == text)
        #expect(encoded.wholeMatch(of: /([A-Za-z0-9._~-]|%[0-9A-F]{2})*/) != nil)
    }

    @Test("A plus is a blank in a query only")
    func plus() {
        #expect(PercentCoding.decoded("a+b") == "a+b")
        #expect(PercentCoding.decoded("a+b", plusIsSpace: true) == "a b")
        #expect(PercentCoding.decoded("a%2Bb", plusIsSpace: true) == "a+b")
    }
}
