/// A rule says no.
///
/// It is shown to the person: what was refused, by which rule, which value, and what to do.
package struct Refusal: Error, Sendable, Hashable {
    /// Stable, for programs: `not_possible_here`, or a code of the definition such as `call_closed`.
    package var code: String
    package var text: LocalizedText
    /// The condition as it is written in the definition, with its place.
    package var rule: String?
    /// The values that it read.
    package var reads: [Payload.Read]
    /// The state that the refusal speaks of, for a caller whose view was stale.
    package var state: [String]
    /// The field that it speaks of, for a form that has it.
    package var field: Field?
    /// More fields with what is wrong with them, in the order of the form.
    package var others: [Field] = []

    package init(
        code: String, text: LocalizedText, rule: String? = nil, reads: [Payload.Read] = [],
        state: [String] = [], field: Field? = nil
    ) {
        self.code = code
        self.text = text
        self.rule = rule
        self.reads = reads
        self.state = state
        self.field = field
    }
}
