package import Agreements

/// A story that the real engine can play: a world at its beginning, then steps with what must be true after
/// each.
///
/// Names are the scenario's own keys; who plays it gives each key an id.
package struct ScenarioFile: Sendable {
    package var name: String
    package var title: LocalizedText
    /// The workflow of proposals that name none.
    package var workflow: String?
    /// Where legal time begins.
    package var start: Instant
    package var organisations: [Organisation]
    package var people: [Person]
    package var calls: [Call]
    package var delegations: [Delegation]
    package var measures: [Measure]
    package var retention: [RetentionRule] = []
    /// In order of time.
    package var steps: [ScenarioStep]

    /// Reads a scenario; its times are civil times of `zone`.
    ///
    /// Same limits as workflow files: 512 kB, 24,000 values, 32 levels.
    /// - Throws: ``InvalidDefinition`` with every finding at once.
    package static func read(
        _ bytes: [UInt8], file: String, zone: Zone = .paris
    ) throws(InvalidDefinition) -> ScenarioFile {
        let node = try YAMLReader.read(bytes, file: file)
        let reading = ScenarioReading(zone: zone)
        let scenario = reading.scenario(node)
        if let scenario { reading.checkOrder(scenario) }
        reading.checkNames()
        guard let scenario, reading.log.findings.isEmpty else {
            throw InvalidDefinition(findings: reading.log.sorted(mainFile: file))
        }
        return scenario
    }
}
