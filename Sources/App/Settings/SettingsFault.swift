/// Everything that is wrong with the settings, found in one go; never a secret value.
package struct SettingsFault: Error, Equatable, Sendable, CustomStringConvertible {
    /// One setting that cannot be used.
    package struct Finding: Equatable, Sendable, CustomStringConvertible {
        package let name: String
        /// `environment`, `command line`, or file and line.
        package let source: String
        package let message: String

        package var description: String { "\(name) (\(source)): \(message)" }
    }

    package let findings: [Finding]

    package var description: String { findings.map(\.description).joined(separator: "\n") }
}
