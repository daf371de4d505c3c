/// A field that an expression names, with what makes it quick to find.
struct Field: Sendable {
    let name: String
    /// Where it lies in an object that has every field of its type.
    let place: Int
    /// Then Swift's `==`, which is quick, will do: it takes ASCII for equal only to itself and to longer texts.
    private let isASCII: Bool

    init(_ name: String, place: Int) {
        self.name = name
        self.place = place
        isASCII = name.utf8.allSatisfy { $0 < 0x80 }
    }

    func isNamed(by key: MapKey) -> Bool {
        guard case .string(let text) = key else { return false }
        return isASCII
            ? text == name && text.utf8.count == name.utf8.count : CodePoints.equal(text, name)
    }
}
