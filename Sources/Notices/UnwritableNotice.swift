/// A notice that is owed but cannot be written; the act that owes it fails, so that no obligation is lost.
package struct UnwritableNotice: Error, CustomStringConvertible {
    package var notice: String
    package var cause: String

    package var description: String { "notice \(notice): \(cause)" }
}
