import Agreements
import Expressions

/// In a process that has a text of its own, and in its children, what is signed is that text: its hash is compared with
/// `text.sha256`, not with the agreement's.
enum ForeignTexts: GuardCheck {
    private static let agreements = "agreement.text.sha256"

    static func run(in world: GuardWorld, _ log: FindingLog) {
        guard world.processes.contains(where: \.ownsText) else { return }
        let owners = world.draft.textOwners
        for process in world.processes {
            guard let owner = owners[process.name]?.subtracting(["life"]).min() else { continue }
            for use in process.formulas where use.formula.source.contains(agreements) {
                guard
                    let comparison = use.formula.program.comparisons.first(where: { speaksOfSigned($0, use) })
                else { continue }
                log.report(
                    .expression, at: use.place(of: comparison.span),
                    .init(
                        fr:
                            "ce qui est signé ici est le texte de \(owner), mais il est comparé à celui de l’accord",
                        en:
                            "what is signed here is the text of \(owner), but it is compared with that of the agreement"
                    ),
                    suggestion: "text.sha256", path: world.events(of: use).first?.path ?? [])
            }
        }
    }

    /// Whether the hash of the agreement's text stands beside that of a signature of the process's own.
    private static func speaksOfSigned(_ comparison: Comparison, _ use: FormulaUse) -> Bool {
        let paths = [comparison.left, comparison.right].compactMap {
            if case .path(let path) = $0 { path } else { nil }
        }
        guard paths.contains(agreements), let other = paths.first(where: { $0 != agreements }) else {
            return false
        }
        if other == "event.sha256" { return use.recordsSignature }
        let read = use.formula.program.readablePaths
        return !["text.sha256", "event.sha256"].contains(other) && other.hasSuffix(".sha256")
            && read.contains("signatures") && !read.contains("agreement.signatures")
    }
}

extension FormulaUse {
    fileprivate var recordsSignature: Bool {
        guard case .transition(let index) = occasion else { return false }
        return process.transitions[index].definition.actions.contains {
            if case .signature = $0 { true } else { false }
        }
    }
}
