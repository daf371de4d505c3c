/// A function that the product adds to the language.
package struct Function: Sendable {
    /// Why a call has no value: one sentence.
    package struct Failure: Error, Hashable {
        /// What went wrong.
        package let message: String
        /// Fails with one sentence.
        package init(_ message: String) { self.message = message }
    }

    /// Turns arguments into a value; it must be pure: the same arguments, the same value.
    package typealias Implementation = @Sendable ([Value]) throws(Failure) -> Value

    /// The name that a call writes.
    package let name: String
    /// Written `a.name(b)` when true, the receiver being the first parameter; else `name(a, b)`.
    package let isReceiver: Bool
    /// The types of the arguments, the receiver first.
    package let parameters: [CELType]
    /// The type of the value.
    package let result: CELType
    /// Declared variables whose values follow the arguments; they count as read by the expression.
    package let reading: [String]
    let implementation: Implementation

    /// Declares a function; several of one name differ in their parameters.
    package init(
        _ name: String, receiver: Bool = false, _ parameters: [CELType], _ result: CELType,
        reading: [String] = [], implementation: @escaping Implementation
    ) {
        self.name = name
        isReceiver = receiver
        self.parameters = parameters
        self.result = result
        self.reading = reading
        self.implementation = implementation
    }

    func admits(_ arguments: [Value]) -> Bool {
        arguments.count == parameters.count && zip(parameters, arguments).allSatisfy { $0.admits($1) }
    }
}
