/// The files of one workflow, read as YAML.
struct Documents {
    var main: YAMLNode?
    var includes: [YAMLNode] = []
    /// By file name, for places inside values.
    var texts: [String: YAMLText] = [:]
    var sha256 = ""
    /// Whether a file that is included could not be read: what it declares is not known.
    var lacksFile = false
}
