import Agreements
import Expressions

/// What the readers of one workflow share: where findings go, how formulas are compiled, which names were
/// used.
final class WorkflowReading {
    let log: FindingLog
    /// What is told when a file is to be published only: files that were published before are read with it.
    let slips = FindingLog()
    let read: NodeReader
    let roles: Set<String>
    var uses = Uses()
    var noticeTexts: [NoticeText] = []
    var fragments = Fragments()
    /// Where the formulas read so far are written, by the place where they begin.
    private(set) var spots: [String: FormulaSpot] = [:]
    /// By file name.
    let texts: [String: YAMLText]
    private let environment: Environment

    init(log: FindingLog, texts: [String: YAMLText], environment: Environment, roles: Set<String>) {
        self.log = log
        self.read = NodeReader(log: log)
        self.texts = texts
        self.environment = environment
        self.roles = roles
    }

    /// The formula that a value holds, of one of these types; an error is reported at its place in the file.
    func formula(_ node: YAMLNode?, _ types: [CELType]) -> Formula? {
        guard let node, let text = read.text(node, .init(fr: "une formule", en: "an expression")) else {
            return nil
        }
        return formula(text, at: node, from: 0, types)
    }

    /// The formula in the text of `node` after its first `start` code points.
    func formula(_ text: String, at node: YAMLNode, from start: Int, _ types: [CELType]) -> Formula? {
        do throws(ExpressionError) {
            let program = try environment.compile(text, expecting: types.count == 1 ? types[0] : nil)
            guard types.count < 2 || types.contains(program.resultType) || program.resultType == .dyn else {
                log.report(
                    .expression, at: place(of: start, in: node), CELType.slip(program.resultType, for: types))
                return nil
            }
            let place = place(of: start, in: node).description
            spots[place] = texts[node.place.file].map { FormulaSpot(text: $0, node: node, start: start) }
            return Formula(program, place: place, types: types == [.dyn] ? [] : types)
        } catch {
            let parts = environment.errors(in: text)
            for error in parts.isEmpty ? [error] : parts { report(error, in: text, at: node, from: start) }
            return nil
        }
    }

    private func report(_ error: ExpressionError, in text: String, at node: YAMLNode, from start: Int) {
        let before = text.utf8.prefix(error.offset).count { $0 & 0xC0 != 0x80 }
        log.report(
            .expression, at: place(of: start + before, in: node), error.clause, suggestion: error.suggestion)
    }

    private func place(of offset: Int, in node: YAMLNode) -> Place {
        texts[node.place.file]?.place(of: offset, in: node) ?? node.place
    }
}
