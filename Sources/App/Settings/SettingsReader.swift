/// Reads settings one by one and keeps every finding; a value that is wrong is replaced by its standard
/// meanwhile.
struct SettingsReader {
    let sources: SettingsSources
    private(set) var findings: [SettingsFault.Finding]

    init(_ sources: SettingsSources) {
        self.sources = sources
        findings = (sources.file?.findings ?? []) + sources.unknown
    }

    mutating func add(_ key: SettingKey, _ message: String) {
        findings.append(.init(name: key.name, source: sources.source(of: key.name), message: message))
    }

    func isSet(_ key: SettingKey) -> Bool { sources.value(of: key) != nil }

    mutating func optional(_ key: SettingKey, _ check: (String) -> String? = SettingsCheck.label) -> String? {
        guard let value = sources.value(of: key) else { return nil }
        guard let objection = check(value) else { return value }
        add(key, objection)
        return nil
    }

    mutating func text(
        _ key: SettingKey, else standard: String? = nil, _ check: (String) -> String? = SettingsCheck.label
    ) -> String {
        optional(key, check) ?? standard ?? key.standard
    }

    mutating func integer(_ key: SettingKey, in range: ClosedRange<Int>) -> Int {
        let standard = Int(key.standard) ?? range.lowerBound
        guard let value = sources.value(of: key) else { return standard }
        guard let number = Int(value), range.contains(number) else {
            add(key, "expected a whole number from \(range.lowerBound) to \(range.upperBound)")
            return standard
        }
        return number
    }

    mutating func seconds(_ key: SettingKey, in range: ClosedRange<Int>) -> Duration {
        .seconds(integer(key, in: range))
    }

    mutating func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: SettingKey, else standard: Choice
    ) -> Choice where Choice.RawValue == String {
        guard let value = sources.value(of: key) else { return standard }
        if let choice = Choice(rawValue: value) { return choice }
        let all = Choice.allCases.map(\.rawValue)
        let near = DidYouMean.suggestion(for: value, among: all).map { "; did you mean \($0)?" } ?? ""
        add(key, "expected one of \(all.joined(separator: ", "))\(near)")
        return standard
    }

    /// A path; one that is not absolute starts at `folder`.
    mutating func path(_ key: SettingKey, else standard: String, in folder: String) -> String {
        let value = text(key, else: standard) { $0.contains("\0") ? "a path holds no NUL" : nil }
        return value.hasPrefix("/") ? value : "\(folder)/\(value)"
    }

    /// A password given directly or by a file that its owner alone can read.
    mutating func secret(_ key: SettingKey, file fileKey: SettingKey, in folder: String) -> Secret? {
        guard isSet(fileKey) else { return sources.value(of: key).map(Secret.init) }
        guard !isSet(key) else {
            add(fileKey, "\(key.name) is set too: give one of the two")
            return nil
        }
        let path = path(fileKey, else: "", in: folder)
        guard let text = Folders.text(of: path, last: 4096), !text.isEmpty else {
            add(fileKey, "cannot be read, or is empty: \(path)")
            return nil
        }
        if !SecretFile.isClosed(path) { add(fileKey, "others can read it: chmod 600 \(path)") }
        return Secret(text.hasSuffix("\n") ? String(text.dropLast()) : text)
    }
}
