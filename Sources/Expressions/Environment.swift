/// What expressions may speak of: variables, object types with their fields, functions and time zones.
package struct Environment: Sendable {
    /// The offset from UTC, in seconds, of a named zone at an instant given in seconds since 1970;
    /// nil for an unknown zone.
    package typealias Zones = @Sendable (_ name: String, _ seconds: Int64) -> Int?

    /// The declared variables with their types.
    package let variables: [String: CELType]
    /// The fields of each object type.
    package let objects: [String: [String: CELType]]
    /// The added functions by name.
    package let functions: [String: [Function]]
    /// Finds named time zones.
    package let zones: Zones
    /// Whether unknown names and mismatched types fail at run instead of being refused at load.
    package let isOpen: Bool
    /// What is declared of the values, for analysis before anything runs.
    package let domains: Domains
    /// Whether `?:` may give two types, as it does where they are only known at run.
    var mixesResults = false

    /// Declares an environment.
    ///
    /// `UTC`, `Z` and fixed offsets such as `+01:00` are known without `zones`. An open environment checks no
    /// types: undeclared variables are looked up in the bindings.
    package init(
        variables: [String: CELType], objects: [String: [String: CELType]] = [:], functions: [Function] = [],
        zones: @escaping Zones = { _, _ in nil }, isOpen: Bool = false, domains: Domains = Domains()
    ) {
        self.variables = variables
        self.objects = objects
        self.functions = Dictionary(grouping: functions, by: \.name)
        self.zones = zones
        self.isOpen = isOpen
        self.domains = domains
    }

    /// Reads and checks an expression.
    ///
    /// With `expecting`, an expression of another type is refused, and one whose type is only known at run
    /// fails there. Macros without variables are run once here, so that one that exceeds the cost is refused.
    /// - Throws: ``ExpressionError``, with the place, for what is too large, misspelt or of the wrong type.
    package func compile(
        _ source: String, expecting: CELType? = .bool, limits: Limits = .guards
    ) throws(ExpressionError) -> Program {
        let text = SourceText(text: source)
        let tree = try Parser.parse(text, limits: limits)
        var compiler = Compiler(environment: self, source: text, limits: limits)
        return try compiler.program(of: tree, expecting: expecting)
    }

    /// Every error of an expression that does not follow from another: of its terms, operands and arguments.
    ///
    /// Empty where each part is right by itself; then ``compile(_:expecting:limits:)`` says whether the whole
    /// is. Cost grows with the size of the expression times its depth.
    package func errors(in source: String, limits: Limits = .guards) -> [ExpressionError] {
        let text = SourceText(text: source)
        var compiler = Compiler(environment: self, source: text, limits: limits)
        do throws(ExpressionError) {
            return compiler.errors(in: try Parser.parse(text, limits: limits))
        } catch {
            return [error]
        }
    }
}
