import Testing

@testable import Web

@Suite("Names and values of a query or a form")
struct FieldsTests {
    @Test(
        "They are read in their order, decoded once",
        arguments: [
            ("", []), ("a=1", ["a:1"]), ("a=1&b=2&a=3", ["a:1", "b:2", "a:3"]), ("a", ["a:"]), ("a=", ["a:"]),
            ("&&a=1&&", ["a:1"]), ("a=b=c", ["a:b=c"]), ("a+b=c+d", ["a b:c d"]), ("%61=%62", ["a:b"]),
            ("a=%2B", ["a:+"]), ("a=%252e", ["a:%2e"]), ("a=%26%3D", ["a:&="]), ("a=é", ["a:é"]),
            ("a=%C3%A9", ["a:é"]), ("a=%F0%9F%A6%8A", ["a:🦊"]), ("a=%0D%0A%09", ["a:\r\n\t"]),
            ("a[]=1&a[b]=2", ["a[]:1", "a[b]:2"]), ("f.x=1", ["f.x:1"]),
        ] as [(String, [String])])
    func read(text: String, expected: [String]) {
        #expect(Fields(encoded: text)?.entries.map { "\($0.name):\($0.value)" } == expected)
    }

    @Test(
        "What cannot be decoded is not read at all",
        arguments: [
            "=a", "&=", "a=%", "a=%4", "a=%zz", "a=%g0", "a=% 41", "a=%00", "%00=a", "a=%01", "a=%7F",
            "a=%1B",
            "a=%C0%AE", "a=%E0%80%AE", "a=%FF", "a=%ED%A0%80", "a=%F8%88%80%80%80", "a=%C3", "a=\u{0}",
        ])
    func unreadable(text: String) { #expect(Fields(encoded: text) == nil) }

    @Test("Five hundred at most")
    func most() {
        let five = Array(repeating: "a=", count: 500).joined(separator: "&")
        #expect(Fields(encoded: five)?.entries.count == 500)
        #expect(Fields(encoded: five + "&a=") == nil)
    }

    @Test("A value is given without blanks round it, an exact one as it was sent, an empty one is none")
    func values() throws {
        let fields = try #require(Fields(encoded: "a=+x+y+&b=++&c=&a=z&p=+secret+"))
        #expect(fields["a"] == "x y" && fields["b"] == nil && fields["c"] == nil && fields["d"] == nil)
        #expect(fields.exact("p") == " secret " && fields.exact("d") == "")
        #expect(fields.all("a") == [" x y ", "z"] && fields.all("d") == [])
    }

    @Test("A group is told by its prefix; the last of equal names counts")
    func group() throws {
        let fields = try #require(Fields(encoded: "f.a=1&f.b=2&f.a=3&fa=4&reason=5&f.=6"))
        #expect(fields.group("f.") == ["a": "3", "b": "2", "": "6"])
    }

    @Test(
        "They are written so that they are read again", arguments: ["a b", "é&=?#/+%", "🦊", "\r\n", "~-._"])
    func encoded(value: String) {
        let fields = Fields([(name: value, value: value), (name: "b", value: "")])
        #expect(Fields(encoded: fields.encoded) == fields)
        #expect(fields.encoded.utf8.allSatisfy { (33...126).contains($0) })
    }

    @Test("The names that come twice are known")
    func repeated() throws {
        let fields = try #require(Fields(encoded: "a=1&b=2&%61=3&c=&c=&c=&B=4"))
        #expect(fields.repeated == ["a", "c"])
        #expect(Fields(encoded: "a=1&b=1")?.repeated == [])
    }

    @Test("One value can be put, or taken out")
    func with() throws {
        let fields = try #require(Fields(encoded: "a=1&b=2&a=3"))
        #expect(fields.with("a", "4").encoded == "b=2&a=4")
        #expect(fields.with("a", nil).encoded == "b=2")
    }

    @Test(
        "No key of a query may occur twice, however it is written",
        arguments: [
            ("", true), ("a=1&b=2", true), ("a=1&A=2", true), ("a=1&a=1", false), ("a&a", false),
            ("lang=fr&l%61ng=en", false), ("a+b=1&a%20b=2", false), ("a=1&&b=2", true), ("a=%zz&b=%zz", true),
        ])
    func unique(query: String, expected: Bool) { #expect(Query.keysAreUnique(query) == expected) }

    @Test("A key written twice in different ways is refused at the door")
    func disguised() async throws {
        try await withServer { wire in
            let reply = try await wire.get("/?lang=fr&l%61ng=en")
            #expect(reply.status == 400 && reply.member("code") == "duplicate_query_key")
        }
    }
}
