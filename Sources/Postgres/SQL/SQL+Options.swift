extension SQL {
    /// The same statement under a name for errors and logs.
    package func named(_ name: String) -> SQL { SQL(name, self) }

    /// The same statement, planned anew each time: for text that differs at each call, and for schema changes.
    package func unprepared() -> SQL {
        var copy = self
        copy.isPrepared = false
        return copy
    }

    /// The same statement, stated to change nothing.
    ///
    /// When its connection is lost outside a transaction the error is `unavailable`, not `outcomeUnknown`. The
    /// promise is the caller's; a function that writes must not be called so.
    package func readOnly() -> SQL {
        var copy = self
        copy.isReadOnly = true
        return copy
    }
}
