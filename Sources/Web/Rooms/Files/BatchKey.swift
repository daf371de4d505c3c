/// What names a file, and a part of it, in a form about several: `LIA-2016-0042/life`.
struct BatchKey: Hashable, CustomStringConvertible {
    let file: String
    let process: String

    init(file: String, process: String) {
        self.file = file
        self.process = process
    }

    /// Nil where the text is not one that a page of ours wrote.
    init?(_ text: String) {
        let halves = text.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2, text.utf8.count <= 120,
            let file = PercentCoding.decoded(halves[0]), let process = PercentCoding.decoded(halves[1]),
            !file.isEmpty, !process.isEmpty
        else { return nil }
        self.init(file: file, process: process)
        guard description == text else { return nil }
    }

    var description: String { "\(PercentCoding.encoded(file))/\(PercentCoding.encoded(process))" }
}
