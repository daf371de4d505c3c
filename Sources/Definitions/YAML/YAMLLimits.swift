/// How large a YAML file may be: checked before anything is built, so that no file can exhaust the process.
enum YAMLLimits {
    static let bytesMax = 256 * 1_024
    /// Values; keys are not counted.
    static let nodesMax = 5_000
    static let depthMax = 32
}
