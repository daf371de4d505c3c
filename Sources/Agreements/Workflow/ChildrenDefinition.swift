/// The child processes that a state starts on entry, and what it waits for.
package struct ChildrenDefinition: Sendable {
    /// The name under which the children run: the first part of their path after the parent's.
    package var name: String
    /// The process that each runs.
    package var run: String
    /// A CEL list, one child an element; nil for exactly one child.
    package var forEach: Formula?
    /// The name of the element in the children's `item`, such as `party`.
    package var itemName: String
    package var join: Join

    /// When the state is done with its children.
    package enum Join: Sendable {
        /// Every child has ended.
        case all
        case any
        case atLeast(Int)
        /// A CEL condition over `children`.
        case when(Formula)
        /// The state does not wait for them.
        case none
    }

    package init(
        name: String, run: String, forEach: Formula? = nil, itemName: String = "item", join: Join = .all
    ) {
        self.name = name
        self.run = run
        self.forEach = forEach
        self.itemName = itemName
        self.join = join
    }
}
