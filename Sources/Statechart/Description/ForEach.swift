/// A loop over a copy of a collection; it declares its `item` and `index` variables.
///
/// Source: SCXML 1.0, section 4.6.
package struct ForEach<Expression: Sendable>: Sendable {
    package var item: String
    package var index: String?
    package var array: Expression
    package var content: [Action<Expression>]

    package init(
        _ item: String, index: String? = nil, in array: Expression, _ content: [Action<Expression>]
    ) {
        self.item = item
        self.index = index
        self.array = array
        self.content = content
    }
}

extension ForEach: Equatable where Expression: Equatable {}
