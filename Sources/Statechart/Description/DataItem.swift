/// One declared variable and its first value (`data`).
package struct DataItem<Expression: Sendable>: Sendable {
    package var id: String
    package var value: Source<Expression>?

    package init(_ id: String, _ value: Source<Expression>? = nil) {
        self.id = id
        self.value = value
    }
}

extension DataItem: Equatable where Expression: Equatable {}
