import FoundationEssentials

/// `entente.conf`: lines of `NAME=value` as systemd's `EnvironmentFile` takes them.
///
/// A line that begins with `#` is a comment; quotes round a whole value are taken off; nothing is expanded.
struct SettingsFile: Sendable {
    var values: [String: String] = [:]
    var lines: [String: Int] = [:]
    var findings: [SettingsFault.Finding] = []
    let path: String

    static let bytesMax = 65_536

    init(path: String, text: String) {
        self.path = path
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated()
        {
            read(line.trimmed, number: index + 1)
        }
    }

    /// Nil when there is no such file; one that cannot be read is a finding.
    static func load(path: String) -> SettingsFile? {
        guard FileStatus.of(path) != nil else { return nil }
        guard let data = FileManager.default.contents(atPath: path), data.count <= bytesMax,
            let text = String(validating: data, as: UTF8.self)
        else {
            var file = SettingsFile(path: path, text: "")
            file.findings = [
                .init(name: path, source: "file", message: "cannot be read as UTF-8 text of at most 64 kB")
            ]
            return file
        }
        return SettingsFile(path: path, text: text)
    }

    private mutating func read(_ line: Substring, number: Int) {
        guard !line.isEmpty, !line.hasPrefix("#") else { return }
        guard let equals = line.firstIndex(of: "="), line.startIndex < equals else {
            return add("line \(number)", number, "expected NAME=value")
        }
        let name = String(line[..<equals].trimmed)
        guard values[name] == nil else {
            return add(name, number, "is set twice: first in line \(lines[name] ?? 0)")
        }
        values[name] = String(unquoted(line[line.index(after: equals)...].trimmed))
        lines[name] = number
    }

    private mutating func add(_ name: String, _ line: Int, _ message: String) {
        findings.append(.init(name: name, source: "\(path):\(line)", message: message))
    }

    private func unquoted(_ value: Substring) -> Substring {
        guard value.count > 1, let first = value.first, "\"'".contains(first), value.last == first else {
            return value
        }
        return value.dropFirst().dropLast()
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        var text = drop { $0 == " " || $0 == "\t" }
        while let last = text.last, last == " " || last == "\t" { text.removeLast() }
        return text
    }
}
