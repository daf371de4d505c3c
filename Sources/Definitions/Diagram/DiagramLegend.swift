import Agreements
import Statechart

/// What the colours and lines of one picture mean; only what occurs in it.
struct DiagramLegend {
    private let statuses: [LegalStatus]
    private let kinds: Set<DiagramArrow.Kind>
    private let hasActive: Bool
    private let hasMarks: Bool
    private let language: Language

    init(_ diagram: WorkflowDiagram) {
        let found = Set(diagram.process.states.values.compactMap(\.legal))
        statuses = LegalStatus.allCases.filter(found.contains)
        kinds = Set(diagram.arrows.map(\.kind))
        hasActive = !diagram.configuration.isEmpty
        hasMarks = !diagram.marks.isEmpty
        language = diagram.language
    }

    /// A node of the picture.
    var dot: String {
        let rows = (statusRows + lineRows + signRows).map { "<tr>\($0)</tr>" }.joined()
        let title = language == .french ? "Légende" : "Legend"
        return
            "  legend [label=<<table border=\"1\" color=\"#707070\" cellborder=\"0\" cellspacing=\"2\" cellpadding=\"2\" "
            + "bgcolor=\"white\"><tr><td colspan=\"2\"><b>\(title)</b></td></tr>\(rows)</table>>];"
    }

    private var statusRows: [String] {
        let shown = statuses.map { (DiagramColours.fill($0), DiagramColours.words($0, language)) }
        let here = language == .french ? "où en est le dossier" : "where the file stands"
        return (shown + (hasActive ? [(DiagramColours.activeFill, here)] : [])).map { fill, words in
            "<td border=\"1\" bgcolor=\"\(fill)\" width=\"28\"></td>" + cell(words)
        }
    }

    private var lineRows: [String] {
        let lines: [(DiagramArrow.Kind, String, String, String)] = [
            (
                .act, DiagramColours.act, "———",
                language == .french ? "acte d’une personne" : "act of a person"
            ),
            (.timer, DiagramColours.timer, "– – –", language == .french ? "échéance" : "deadline"),
            (
                .machine, DiagramColours.machine, "· · · ·",
                language == .french ? "suit de soi-même" : "follows by itself"
            ),
        ]
        return lines.filter { kinds.contains($0.0) }.map { _, colour, sign, words in
            "<td><font color=\"\(colour)\"><b>\(sign)</b></font></td>" + cell(words)
        }
    }

    private var signRows: [String] {
        let signs: [(String, String)] =
            language == .french
            ? [
                ("■", "fin"), ("▸", "démarre un circuit"), ("↻", "se fait sans changer d’état"),
                ("H*", "reprend où c’était resté"),
            ]
            : [
                ("■", "end"), ("▸", "starts a circuit"), ("↻", "done without leaving"),
                ("H*", "goes on where it stood"),
            ]
        let mark = ("◆", language == .french ? "dossiers, attente la plus longue" : "files, longest wait")
        return (signs + (hasMarks ? [mark] : [])).map { "<td>\($0)</td>" + cell($1) }
    }

    private func cell(_ words: String) -> String {
        "<td align=\"left\"><font point-size=\"10\">\(DOTText.markup(words))</font></td>"
    }
}
