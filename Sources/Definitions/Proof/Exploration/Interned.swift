/// What is made once for each content: it is compared by identity.
protocol Interned: AnyObject, Hashable {}

extension Interned {
    static func == (left: Self, right: Self) -> Bool { left === right }

    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
