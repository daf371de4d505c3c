package import Agreements

/// What the proof gate says of a workflow file: everything that is wrong with it, and what is shown of it.
package struct Proof: Sendable {
    /// A property with its answer.
    package struct Property: Sendable {
        package var rule: PropertyRule
        package var answer: PropertyAnswer
    }

    /// The workflow, also when something is wrong with it; nil when it could not be read whole.
    package var workflow: Workflow?
    /// What keeps the file from being published, in the order of the text.
    package var findings: [Finding]
    /// What does not: properties that were not decided.
    package var warnings: [Finding]
    package var properties: [Property]
    /// How many situations were visited, by process.
    package var situations: [String: Int]

    /// A proof of these parts.
    package init(
        workflow: Workflow?, findings: [Finding], warnings: [Finding], properties: [Property],
        situations: [String: Int]
    ) {
        self.workflow = workflow
        self.findings = findings
        self.warnings = warnings
        self.properties = properties
        self.situations = situations
    }

    /// Whether the file may be published.
    package var isSound: Bool { workflow != nil && findings.isEmpty }

    /// The workflow of a sound file.
    ///
    /// - Throws: ``InvalidDefinition`` with every finding.
    package func soundWorkflow() throws(InvalidDefinition) -> Workflow {
        guard isSound, let workflow else { throw InvalidDefinition(findings: findings) }
        return workflow
    }
}
