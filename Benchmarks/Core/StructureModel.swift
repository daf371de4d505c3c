import Statechart

/// A data model of conditions that are plain truths: what is measured is the chart, not a language.
struct StructureModel: DataModel {
    typealias Expression = Bool
    typealias Value = Int

    func holds(_ condition: Bool, in _: Scope<Int>) throws(EvaluationFailure) -> Bool { condition }
}
