/// Why reference data cannot be read.
package enum ReferenceFault: Error, Sendable, Hashable, CustomStringConvertible {
    /// The Debian package `iso-codes` is not there, or its file cannot be read.
    case noCountries(path: String)
    /// The folder of our own tables lacks one.
    case noTable(path: String)
    /// A file of the package has another form.
    case unreadable(path: String)
    /// A table of our own is wrong at one place.
    case badTable(path: String, line: Int, column: Int, reason: String)

    package var description: String {
        switch self {
        case .noCountries(let path):
            "\(path) is not there: install the Debian package iso-codes (apt-get install iso-codes), then "
                + "run `entente reference load`"
        case .noTable(let path):
            "\(path) is not there: put the folder Workflows/reference of this release beside your definitions"
        case .unreadable(let path):
            "\(path) has a form that this release does not know: install iso-codes anew"
        case .badTable(let path, let line, let column, let reason): "\(path):\(line):\(column): \(reason)"
        }
    }
}
