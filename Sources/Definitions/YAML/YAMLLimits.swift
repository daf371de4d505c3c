/// How large a YAML file may be: checked before anything is built, so that no file can exhaust the process.
struct YAMLLimits: Sendable {
    let bytesMax: Int
    /// Values; keys are not counted.
    let nodesMax: Int
    let depthMax: Int

    /// What people write: workflows and scenarios.
    static let definitions = YAMLLimits(bytesMax: 512 * 1_024, nodesMax: 24_000, depthMax: 32)

    /// What an import writes: a chart of 64 levels takes two for each, and its content some more.
    static let charts = YAMLLimits(bytesMax: 4 * 1_024 * 1_024, nodesMax: 100_000, depthMax: 256)
}
