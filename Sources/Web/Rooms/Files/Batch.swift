import Agreements

/// One act that waits on several files, sorted into those that one form can do and those that it cannot.
struct Batch {
    /// How many files one form does at most.
    static let filesMax = 50

    /// In the order of the worklist; what the form asks of each is the same.
    private(set) var lines: [Line] = []
    /// Those that it cannot do, with why.
    private(set) var others: [(line: Line, reason: LocalizedText)] = []
    /// How many files wait besides, for a form of their own.
    let left: Int

    /// A file as it waits, with what the act asks of it.
    struct Line {
        let item: WorkItem
        let form: ActForm

        var key: BatchKey { BatchKey(file: item.file, process: form.act.process) }
    }

    /// - Parameter left: how many more wait than `lines` names.
    init(_ lines: [Line], left: Int) {
        self.left = left
        let asked = Self.mostAsked(lines.filter { $0.form.refusal == nil })
        for line in lines {
            if let refusal = line.form.refusal {
                others.append((line, refusal))
            } else if line.form.fields == asked {
                self.lines.append(line)
            } else {
                others.append((line, Catalogue.text("batch.own")))
            }
        }
    }

    static func path(of event: String, set: String) -> String {
        "/todo/acts/\(PercentCoding.encoded(event))?set=\(PercentCoding.encoded(set))"
    }

    var fields: [FormField] { lines.first?.form.fields ?? [] }
    var asksReason: Bool { lines.contains { $0.form.asksReason } }
    var asksProof: Bool { lines.contains { $0.form.asksProof || !$0.form.principals.isEmpty } }

    /// The fields, with what can be chosen and what stands in them, that most files share; the first of equals.
    private static func mostAsked(_ lines: [Line]) -> [FormField]? {
        let counts = Dictionary(lines.map { ($0.form.fields, 1) }, uniquingKeysWith: +)
        let most = counts.values.max()
        return lines.map(\.form.fields).first { counts[$0] == most }
    }
}
