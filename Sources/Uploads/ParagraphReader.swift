/// Gathers the lines of a document from its XML, to the bound of ``DocumentText``.
struct ParagraphReader {
    /// A paragraph that is being read; those inside it, of a note or a text box, follow it.
    private struct Paragraph {
        var line: [UInt8]
        var inner: [UInt8] = []
        var isAfterBlank = true
        /// Its end was deleted: the next one goes on with it.
        var goesOn = false
    }

    private let tags: TextTags
    /// The lines, each with its end.
    private(set) var text: [UInt8] = []
    private(set) var hasParagraphs = false
    private var paragraphs: [Paragraph] = []
    private var begun: [UInt8] = []
    private var isInWords = false
    private var size = 0

    init(_ tags: TextTags) { self.tags = tags }

    mutating func read(_ part: [UInt8]) throws(TextFlaw) {
        var scanner = try XMLScanner(part)
        while let token = try scanner.next() {
            switch token {
            case .start(let name): try start(name, &scanner)
            case .end(let name): end(name)
            case .text(let characters): if tags.isMixed || isInWords { try append(characters) }
            }
        }
        if !begun.isEmpty { text += begun + [0x0A] }
        begun = []
    }

    // MARK: Tags

    private mutating func start(_ name: String, _ scanner: inout XMLScanner) throws(TextFlaw) {
        switch tags.roles[name] {
        case .paragraph:
            try take(1)
            paragraphs.append(Paragraph(line: begun))
            (begun, hasParagraphs) = ([], true)
        case .words: isInWords = true
        case .sign(let sign): try append(sign: Array(sign.utf8))
        case .blanks:
            let count = scanner.value(of: "text:c").flatMap { Int($0) } ?? 1
            try append(sign: Array(repeating: 0x20, count: min(max(count, 0), DocumentText.bytesMax + 1)))
        case .lineBreak:
            if (scanner.value(of: "w:type") ?? "textWrapping") == "textWrapping" { try append(sign: [0x0A]) }
        case .note:
            if (scanner.value(of: "w:type") ?? "normal") != "normal" { try scanner.skip() }
        case .deleted:
            if scanner.isEmptyTag, !paragraphs.isEmpty { paragraphs[paragraphs.count - 1].goesOn = true }
            try scanner.skip()
        case .leftOut: try scanner.skip()
        case nil: break
        }
    }

    private mutating func end(_ name: String) {
        switch tags.roles[name] {
        case .words: isInWords = false
        case .paragraph: endParagraph()
        case .sign, .blanks, .lineBreak, .note, .deleted, .leftOut, nil: break
        }
    }

    private mutating func endParagraph() {
        guard var paragraph = paragraphs.popLast() else { return }
        if tags.isMixed, paragraph.isAfterBlank, paragraph.line.last == 0x20 { paragraph.line.removeLast() }
        if paragraph.goesOn { begun = paragraph.line } else { put(paragraph.line + [0x0A]) }
        put(paragraph.inner)
    }

    private mutating func put(_ lines: [UInt8]) {
        if paragraphs.isEmpty { text += lines } else { paragraphs[paragraphs.count - 1].inner += lines }
    }

    // MARK: Characters

    private mutating func take(_ count: Int) throws(TextFlaw) {
        size += count
        guard size <= DocumentText.bytesMax else { throw .tooLong }
    }

    private mutating func append(sign: [UInt8]) throws(TextFlaw) {
        guard !paragraphs.isEmpty else { return }
        try take(sign.count)
        paragraphs[paragraphs.count - 1].line += sign
        paragraphs[paragraphs.count - 1].isAfterBlank = false
    }

    /// Ends of lines in the XML are blanks, and end no line of the text.
    private mutating func append(_ characters: [UInt8]) throws(TextFlaw) {
        guard var isAfterBlank = paragraphs.last?.isAfterBlank else { return }
        var words: [UInt8] = []
        for byte in characters {
            let isBlank = XMLCharacters.isBlank(byte)
            if isBlank, isAfterBlank, tags.isMixed { continue }
            words.append(isBlank ? 0x20 : byte)
            isAfterBlank = isBlank
        }
        try take(words.count)
        paragraphs[paragraphs.count - 1].line += words
        paragraphs[paragraphs.count - 1].isAfterBlank = isAfterBlank
    }
}
