/// One broken rule of the house: where it is, and what to do about it.
struct Finding: Equatable, CustomStringConvertible {
    var file: String
    var line: Int
    var message: String

    var description: String { "\(file):\(line): \(message)" }
}

extension [Finding] {
    /// One finding a line, as compilers print them, so that editors can jump there.
    var report: String { map(\.description).joined(separator: "\n") }
}
