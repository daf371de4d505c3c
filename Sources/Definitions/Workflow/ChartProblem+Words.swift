import Agreements
import Statechart

extension InvalidChart.Finding {
    /// The sentence in both languages.
    var words: LocalizedText { problem.words(of: state) }
}

extension ChartProblem {
    /// What is said of a state, or of what is called so in French.
    func words(of state: String, inFrench french: String? = nil) -> LocalizedText {
        LocalizedText(fr: "\(french ?? state) \(inFrench)", en: "\(state) \(self)")
    }

    private var inFrench: String {
        switch self {
        case .noStates: "n’a aucun état où être"
        case .duplicateID: "est le nom de plus d’un état"
        case .unknownTarget(let id): "mène à \(id), qui n’existe pas"
        case .initialOutside(let id): "commence par \(id), qui n’est pas à l’intérieur"
        case .defaultWithoutTarget: "a un départ qui ne mène nulle part"
        case .historyWithoutDefault: "est un historique sans départ"
        case .historyDefaultIsHistory(let id): "est un historique dont le départ est l’historique \(id)"
        case .conflictingTargets(let a, let b):
            "mène à \(a) et à \(b), qui ne peuvent pas être actifs ensemble"
        case .nestingTooDeep(let max): "s’emboîte sur plus de \(max) niveaux"
        case .tooManyStates(let max): "vient après les \(max) premiers états, et il n’en est pas admis plus"
        case .misplaced(let what): "a \(PhraseBook.charts.french(of: what))"
        }
    }
}
