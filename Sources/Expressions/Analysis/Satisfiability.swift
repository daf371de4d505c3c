/// Whether some values make guards hold and others not.
package enum Satisfiability: Sendable, Hashable {
    /// They do with these: values by path, `has(path)` as false for a field that is not there.
    ///
    /// The guards were evaluated with them, so this is certain, for values of the declared domains.
    case yes([String: Value])
    /// No values do: certain.
    case no
    /// Not decided before the bound was reached.
    case exhausted
    /// Not decided with what is known of the functions that the guards call.
    case unknown
}
