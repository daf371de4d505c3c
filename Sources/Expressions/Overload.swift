/// One signature of a built-in operator or function.
struct Overload: Sendable {
    let parameters: [CELType]
    let result: CELType
    let operation: Operation
    let isReceiver: Bool

    init(_ parameters: [CELType], _ result: CELType, _ operation: Operation, receiver: Bool = false) {
        self.parameters = parameters
        self.result = result
        self.operation = operation
        isReceiver = receiver
    }
}
