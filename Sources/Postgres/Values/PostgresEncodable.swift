/// A value that can be bound to a statement as a parameter.
///
/// An interpolation in ``SQL`` accepts only such values, so that no value ever becomes part of a statement's text.
/// Identifier types of the domain join by one empty extension when they are `RawRepresentable` over a type that is
/// encodable already.
package protocol PostgresEncodable: Sendable {
    /// The type stated to the server, or ``PostgresType/inferred`` to let it choose from the context.
    static var postgresType: PostgresType { get }

    /// The value as it is sent.
    var postgresValue: PostgresValue { get }
}

extension PostgresEncodable where Self: RawRepresentable, RawValue: PostgresEncodable {
    /// The type of the raw value.
    package static var postgresType: PostgresType { RawValue.postgresType }

    /// The raw value as it is sent.
    package var postgresValue: PostgresValue { rawValue.postgresValue }
}
