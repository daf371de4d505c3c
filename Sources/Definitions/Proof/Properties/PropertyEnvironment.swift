package import Expressions

/// What the properties of a workflow may speak of.
package enum PropertyEnvironment {
    /// The names, with their types.
    ///
    /// `states`: the paths of the active states; `visited`: of those that were entered so far; `legal`: the
    /// legal status; `ended`: whether the process has come to an end; `vars` and `param`: as in guards.
    package static let environment = Environment(
        variables: [
            "states": .list(.string), "visited": .list(.string), "legal": .string, "ended": .bool,
            "vars": .map(.string, .dyn), "param": .map(.string, .dyn),
        ])
}
