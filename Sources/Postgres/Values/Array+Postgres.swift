package import FoundationEssentials

/// A type of which arrays can be bound and read.
///
/// `[UInt8]` is `bytea`, every other array a PostgreSQL array.
package protocol PostgresArrayElement: Sendable {
    /// The type of an array of these.
    static var postgresTypeOfArray: PostgresType { get }

    /// The array as it is sent.
    static func postgresValue(ofArray elements: [Self]) -> PostgresValue

    /// Reads an array.
    static func postgresArray(from cell: PostgresCell) throws(PostgresError) -> [Self]
}

extension PostgresArrayElement where Self: PostgresEncodable & PostgresDecodable {
    /// The array type of the element's type.
    package static var postgresTypeOfArray: PostgresType { postgresType.array }

    /// PostgreSQL's text form of an array.
    package static func postgresValue(ofArray elements: [Self]) -> PostgresValue {
        .text(ArrayLiteral.write(elements.map(\.postgresValue)))
    }

    /// Reads a one-dimensional array.
    package static func postgresArray(from cell: PostgresCell) throws(PostgresError) -> [Self] {
        guard !cell.isNull, let texts = ArrayLiteral.read(try cell.text()) else {
            throw cell.unreadable(as: [Self].self)
        }
        var elements: [Self] = []
        elements.reserveCapacity(texts.count)
        for text in texts { elements.append(try Self(postgres: cell.element(text))) }
        return elements
    }
}

extension Bool: PostgresArrayElement {}
extension Int: PostgresArrayElement {}
extension Int16: PostgresArrayElement {}
extension Int32: PostgresArrayElement {}
extension Int64: PostgresArrayElement {}
extension Double: PostgresArrayElement {}
extension String: PostgresArrayElement {}
extension UUID: PostgresArrayElement {}
extension Data: PostgresArrayElement {}
extension Optional: PostgresArrayElement where Wrapped: PostgresEncodable & PostgresDecodable {}

extension UInt8: PostgresArrayElement {
    /// `bytea`, not an array.
    package static var postgresTypeOfArray: PostgresType { .bytea }

    /// The bytes as they are.
    package static func postgresValue(ofArray elements: [UInt8]) -> PostgresValue { .binary(elements) }

    /// Reads the hex form.
    package static func postgresArray(from cell: PostgresCell) throws(PostgresError) -> [UInt8] {
        try cell.bytes()
    }
}

extension Array: PostgresEncodable where Element: PostgresArrayElement {
    /// What the element says of arrays of it.
    package static var postgresType: PostgresType { Element.postgresTypeOfArray }

    /// What the element says of arrays of it.
    package var postgresValue: PostgresValue { Element.postgresValue(ofArray: self) }
}

extension Array: PostgresDecodable where Element: PostgresArrayElement {
    /// Reads as the element says.
    package init(postgres cell: PostgresCell) throws(PostgresError) {
        self = try Element.postgresArray(from: cell)
    }
}

extension Array: PostgresArrayElement where Element == UInt8 {
    /// `bytea[]`.
    package static var postgresTypeOfArray: PostgresType { PostgresType.bytea.array }
}
