/// The object identifiers of a built-in type and of its array type.
///
/// Built-in identifiers never change between releases (`pg_type.dat`).
package struct PostgresType: Sendable, Hashable {
    package let oid: UInt32
    package let arrayOID: UInt32

    package init(oid: UInt32, arrayOID: UInt32) {
        self.oid = oid
        self.arrayOID = arrayOID
    }

    /// The server infers the type from the context: how strings travel, so that they fit enums, dates and domains.
    ///
    /// Where there is no context (`$1 IS NULL`, `jsonb_build_object`) the statement needs a cast: `\(name)::text`.
    package static let inferred = PostgresType(oid: 0, arrayOID: 0)
    package static let bool = PostgresType(oid: 16, arrayOID: 1000)
    package static let bytea = PostgresType(oid: 17, arrayOID: 1001)
    package static let int8 = PostgresType(oid: 20, arrayOID: 1016)
    package static let int2 = PostgresType(oid: 21, arrayOID: 1005)
    package static let int4 = PostgresType(oid: 23, arrayOID: 1007)
    package static let float8 = PostgresType(oid: 701, arrayOID: 1022)
    package static let date = PostgresType(oid: 1082, arrayOID: 1182)
    package static let timestamptz = PostgresType(oid: 1184, arrayOID: 1185)
    package static let uuid = PostgresType(oid: 2950, arrayOID: 2951)
    package static let jsonb = PostgresType(oid: 3802, arrayOID: 3807)

    /// The type of an array of this one.
    var array: PostgresType { PostgresType(oid: arrayOID, arrayOID: 0) }
}
