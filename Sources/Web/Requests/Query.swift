/// The query of a request target.
enum Query {
    /// Whether no key occurs twice.
    ///
    /// Two readers of one request must not see different values: OWASP ASVS, requirement 15.3.7. Keys are compared
    /// decoded, so that none is disguised.
    static func keysAreUnique(_ query: String) -> Bool {
        let keys = query.split(separator: "&").map { $0.prefix { $0 != "=" } }.map {
            PercentCoding.decoded($0, plusIsSpace: true) ?? String($0)
        }
        return Set(keys).count == keys.count
    }
}
