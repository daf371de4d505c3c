/// A parameter as it is sent: nothing, text, or bytes in the binary format of its type.
package enum PostgresValue: Sendable, Equatable {
    /// SQL's NULL.
    case null

    /// The text format, as `psql` would accept it. A NUL in it is refused before anything is sent.
    case text(String)

    /// The binary format; of the types known here, only `bytea` uses it.
    case binary([UInt8])
}
