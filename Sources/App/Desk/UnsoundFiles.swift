package import Definitions

/// Everything that is wrong with workflow files; nothing of them was published.
package struct UnsoundFiles: Error, Sendable, Equatable {
    package let findings: [Finding]

    package init(_ findings: [Finding]) { self.findings = findings }
}
