import Testing

@testable import Web

@Suite("Fields with characters that cannot be kept")
struct DamagedFieldTests {
    @Test("A name that comes plain and as a field of a form is told once")
    func doubled() throws {
        let fields = try #require(Fields(encoded: "reason=%00&f.reason=%00&f.note=ok", repairing: true))
        #expect(Array(fields.damages.keys) == ["reason"])
    }
}
