/// The text of a file with its lines, for places inside values.
struct YAMLText: Sendable {
    let file: String
    private let lines: [[Unicode.Scalar]]

    init(file: String, bytes: [UInt8]) {
        self.file = file
        let text = String(decoding: bytes, as: UTF8.self)
        lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    }

    /// The place of the code point at `offset` of a scalar's value.
    ///
    /// Folding, quotes and escapes make a value differ from what was written: the value's characters are
    /// looked up one after the other, white space apart.
    func place(of offset: Int, in node: YAMLNode) -> Place {
        guard let scalar = node.scalar, node.place.file == file else { return node.place }
        var (line, column) = start(of: node, scalar.style)
        var found = Place(file: file, line: line + 1, column: column + 1)
        for character in scalar.text.unicodeScalars.prefix(offset + 1)
        where !character.properties.isWhitespace {
            guard let next = find(character, line, column) else { return node.place }
            (line, column) = (next.line, next.column + 1)
            found = Place(file: file, line: next.line + 1, column: next.column + 1)
        }
        return found
    }

    private func start(of node: YAMLNode, _ style: YAMLScalar.Style) -> (line: Int, column: Int) {
        let (line, column) = (node.place.line - 1, node.place.column - 1)
        switch style {
        case .plain: return (line, column)
        case .quoted: return (line, column + 1)
        case .block: return (line + 1, 0)
        }
    }

    private func find(_ character: Unicode.Scalar, _ line: Int, _ column: Int) -> (line: Int, column: Int)? {
        var (line, column) = (line, column)
        while line < lines.count {
            if let index = lines[line].dropFirst(column).firstIndex(of: character) { return (line, index) }
            (line, column) = (line + 1, 0)
        }
        return nil
    }
}
