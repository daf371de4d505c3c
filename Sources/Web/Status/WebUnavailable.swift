/// What was asked cannot be had now, and nothing was changed: answered 503 with `Retry-After`.
package struct WebUnavailable: Error, Equatable {
    /// After how long the caller may ask again; sent in whole seconds, at least 1.
    package var retryAfter: Duration

    package init(retryAfter: Duration = .seconds(5)) { self.retryAfter = retryAfter }
}

/// An error of what lies below the pages, which knows whether it means that nothing can be had now.
package protocol PossibleOutage: Error {
    /// Whether the database cannot be reached now: answered as ``WebUnavailable``.
    var isOutage: Bool { get }
}
