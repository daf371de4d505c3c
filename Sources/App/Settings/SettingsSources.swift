import Configuration

/// Where settings come from: command line before environment before file.
struct SettingsSources: Sendable {
    let commandLine: [String: String]
    let environment: [String: String]
    let file: SettingsFile?
    private let reader: ConfigReader

    init(commandLine: [String: String], environment: [String: String], file: SettingsFile?) {
        self.commandLine = commandLine
        self.environment = environment
        self.file = file
        reader = ConfigReader(
            providers: [commandLine, environment, file?.values ?? [:]].map { values in
                EnvironmentVariablesProvider(environmentVariables: values.filter { !$0.value.isEmpty })
            })
    }

    /// The value that holds; an empty one counts as not set.
    func value(of key: SettingKey) -> String? {
        reader.string(forKey: ConfigKey(key.path), isSecret: key.isSecret)
    }

    func source(of name: String) -> String {
        if commandLine[name]?.isEmpty == false { return "command line" }
        if environment[name]?.isEmpty == false { return "environment" }
        return file.flatMap { file in file.lines[name].map { "\(file.path):\($0)" } } ?? "not set"
    }

    /// Names that look like ours and are not, each with the nearest that is.
    var unknown: [SettingsFault.Finding] {
        let known = Set(SettingKey.all.map(\.name))
        let ours = environment.keys.filter { $0.hasPrefix("ENTENTE_") && !isForTests($0) }
        return Set(ours).union(file?.values.keys.map { $0 } ?? []).subtracting(known).sorted().map { name in
            let near = DidYouMean.suggestion(for: name, among: known.sorted())
            return .init(
                name: name, source: source(of: name),
                message: "there is no such setting" + (near.map { "; did you mean \($0)?" } ?? ""))
        }
    }

    private func isForTests(_ name: String) -> Bool {
        SettingKey.testNames.contains(name) || name.hasPrefix(SettingKey.testPrefix)
    }
}
