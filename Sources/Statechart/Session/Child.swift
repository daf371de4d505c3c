extension Session {
    /// A child session that is under way.
    package struct Child: Sendable, Hashable {
        /// The state that invokes it.
        package let state: Int
        /// Its place in ``State/invokes``.
        package let invoke: Int
        package let invokeID: String
    }
}
