import Postgres

/// A value or SQL's NULL, of the type of the value.
private struct Nullable<Wrapped: PostgresEncodable>: PostgresEncodable {
    static var postgresType: PostgresType { Wrapped.postgresType }
    let postgresValue: PostgresValue

    init(_ value: Wrapped?) { postgresValue = value?.postgresValue ?? .null }
}

extension SQL.StringInterpolation {
    /// Binds a value that may be missing; stated apart so that the compiler knows the optional to be meant.
    mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value?) {
        appendInterpolation(Nullable(value))
    }
}
