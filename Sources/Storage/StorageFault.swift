/// What storage finds wrong with a database, beside what PostgreSQL says itself.
package enum StorageFault: Error, Sendable, Equatable {
    /// The database was migrated, but no institution was created in it.
    case noInstitution
    case institutionExists
    /// The clock of a real database cannot be moved.
    case clockIsReal
    case clockGoesBack
    /// The request id was used for another change of the register.
    case requestIDReused
    /// The change names a person, grant, delegation, call or measure that is not there.
    case noSuch(String)
    /// An entry of a reference list has a row that begins on that day, or later.
    case referenceIsLater
    /// A reply of our own functions could not be read.
    case unreadable(String)
    /// What is stored is not what was recorded; `audit verify` says where.
    case tampered(String)
}

extension StorageFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .noInstitution:
            "this database holds no institution yet: `entente found` makes one without files, `entente serve` or "
                + "`entente demo` one with the demonstration"
        case .institutionExists: "this database belongs to an institution already"
        case .clockIsReal:
            "the clock of a real database cannot be moved: make a simulated one (`serve --empty --simulated`)"
        case .clockGoesBack: "the clock moves forward only"
        case .requestIDReused: "this request id was used for another request before"
        case .referenceIsLater: "the entry has a row that begins on that day or later"
        case .noSuch(let what): "there is no such \(what)"
        case .tampered(let what):
            "\(what) in the database are not what was recorded: nothing is decided by them; see `entente audit verify`"
        case .unreadable(let what): "the database answered \(what), which this release cannot read"
        }
    }
}
