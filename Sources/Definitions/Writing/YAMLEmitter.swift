/// Writes values as YAML: on one line what fits there, the rest in blocks, texts of several lines as they
/// are.
///
/// The same value always gives the same text.
struct YAMLEmitter {
    private var out = ""
    private static let columnsMax = 110

    /// The value as a document; its outermost mapping is always a block.
    static func document(_ value: YAMLValue) -> String {
        guard case .mapping(let members) = value else { return YAMLScalarText.inline(value) + "\n" }
        var emitter = YAMLEmitter()
        for member in members { emitter.write(member, indent: 0) }
        return emitter.out
    }

    private mutating func write(_ member: YAMLMember, indent: Int) {
        out += String(repeating: " ", count: indent)
        write(member.value, after: YAMLScalarText.key(member.key) + ":", indent: indent)
    }

    /// Writes a value after what begins its line: a key, or the dash of a list.
    private mutating func write(_ value: YAMLValue, after start: String, indent: Int) {
        if let line = line(value, after: start, indent) {
            out += "\(start) \(line)\n"
            return
        }
        switch value {
        case .plain, .text: out += "\(start) \(scalar(value, indent))\n"
        case .list(let items):
            out += start + "\n"
            for item in items { write(item: item, indent: indent + 2) }
        case .mapping(let members):
            out += start + "\n"
            for member in members { write(member, indent: indent + 2) }
        }
    }

    /// An element of a list; the first key of a mapping stands beside the dash.
    private mutating func write(item: YAMLValue, indent: Int) {
        out += String(repeating: " ", count: indent)
        guard case .mapping(let members) = item, line(item, after: "-", indent) == nil else {
            return write(item, after: "-", indent: indent)
        }
        for (number, member) in members.enumerated() {
            out += number == 0 ? "- " : String(repeating: " ", count: indent + 2)
            write(member.value, after: YAMLScalarText.key(member.key) + ":", indent: indent + 2)
        }
    }

    /// The value on the line that `start` began; nil where it does not fit.
    private func line(_ value: YAMLValue, after start: String, _ indent: Int) -> String? {
        guard !value.hasSeveralLines else { return nil }
        let text = YAMLScalarText.inline(value)
        switch value {
        case .plain, .text: return text
        case .list([]), .mapping([]): return text
        case .list, .mapping:
            return indent + start.count + 1 + text.count <= Self.columnsMax ? text : nil
        }
    }

    private func scalar(_ value: YAMLValue, _ indent: Int) -> String {
        guard case .text(let text) = value, let block = YAMLScalarText.block(text, indent: indent + 2) else {
            return YAMLScalarText.inline(value)
        }
        return block
    }
}

extension YAMLValue {
    /// Whether a text of several lines is in it.
    fileprivate var hasSeveralLines: Bool {
        switch self {
        case .plain: false
        case .text(let text): text.unicodeScalars.contains("\n")
        case .list(let items): items.contains(where: \.hasSeveralLines)
        case .mapping(let members): members.contains(where: \.value.hasSeveralLines)
        }
    }
}
