import Testing

@testable import Web

@Suite("Forms whose files are not kept")
struct MultipartSkimmerTests {
    private static let body = Array(
        ("--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\né\r\n--not\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x.pdf\"\r\n\r\n"
            + String(repeating: "%PDF\r\n--", count: 200) + "\r\n"
            + "--b\r\nContent-Disposition: form-data; name=\"z\"\r\n\r\nlast\r\n--b--\r\n").utf8)

    @Test("Fields and names are what they are, however the body comes", arguments: [1, 2, 3, 7, 64, 5_000])
    func read(size: Int) throws {
        var skimmer = MultipartSkimmer(boundary: "b", bytesMax: 1_000)
        for start in stride(from: 0, to: Self.body.count, by: size) {
            let end = min(start + size, Self.body.count)
            let isTaken = skimmer.take(Self.body[start..<end])
            #expect(isTaken)
        }
        let read = try #require(Multipart.read(skimmer.body, boundary: "b"))
        #expect(read.fields == Fields([("a", "é\r\n--not"), ("z", "last")]))
        #expect(read.files == [UploadedFile(field: "f", name: "x.pdf", bytes: [])])
    }

    @Test("Fields that are too long are not kept")
    func tooLong() {
        var skimmer = MultipartSkimmer(boundary: "b", bytesMax: 100)
        let isTaken = skimmer.take(Self.body[...])
        #expect(!isTaken)
        let long =
            "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n" + String(repeating: "a", count: 200)
        var second = MultipartSkimmer(boundary: "b", bytesMax: 100)
        let isSecondTaken = second.take(Array(long.utf8))
        #expect(!isSecondTaken)
    }

    @Test(
        "What is no form is no form afterwards",
        arguments: ["", "--b", "text", "--b\r\nname", "--c\r\n\r\n--c--"])
    func unreadable(text: String) {
        var skimmer = MultipartSkimmer(boundary: "b", bytesMax: 1_000)
        let isTaken = skimmer.take(Array(text.utf8))
        #expect(isTaken)
        #expect(Multipart.read(skimmer.body, boundary: "b") == nil)
    }
}
