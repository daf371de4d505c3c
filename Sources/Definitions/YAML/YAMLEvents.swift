// The C parser inside Yams: its Swift nodes expand aliases and forget anchors before anyone could refuse
// them.
import CYaml

/// The events of a YAML text, one at a time: the reader stops where a limit is reached, before memory is
/// spent.
final class YAMLEvents {
    /// Why a text is not YAML.
    struct Problem: Error {
        var message: String
        /// From 1; nil where only ``offset`` is known.
        var line: Int?
        var column: Int?
        /// Bytes from the start.
        var offset: Int
    }

    // libyaml keeps the address of its parser, so it must not move.
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    /// The bytes of a byte order mark before the text.
    private let skipped: Int

    /// Calls `body` with the events of `bytes`, which must be UTF-8.
    static func read<Result>(_ bytes: [UInt8], _ body: (YAMLEvents) throws -> Result) throws -> Result {
        // libyaml takes the mark for a text where it is told the encoding.
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let skipped = bytes.starts(with: mark) ? mark.count : 0
        return try bytes.withUnsafeBufferPointer { buffer in
            try body(YAMLEvents(UnsafeBufferPointer(rebasing: buffer[skipped...]), skipped))
        }
    }

    private init(_ buffer: UnsafeBufferPointer<UInt8>, _ skipped: Int) {
        self.skipped = skipped
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        yaml_parser_initialize(parser)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// The next event; not to be called after ``YAMLEvent/Kind/streamEnd``.
    func next() throws(Problem) -> YAMLEvent {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw problem }
        defer { yaml_event_delete(&event) }
        return YAMLEvent(event)
    }

    private var problem: Problem {
        let state = parser.pointee
        let message = state.problem.map { String(cString: $0) } ?? "it cannot be read"
        guard state.error != YAML_READER_ERROR else {
            return Problem(message: message, offset: skipped + state.problem_offset)
        }
        return Problem(
            message: message, line: state.problem_mark.line + 1, column: state.problem_mark.column + 1,
            offset: skipped + state.problem_mark.index)
    }
}

extension YAMLEvent {
    fileprivate init(_ event: yaml_event_t) {
        let data = event.data
        kind = .streamEnd
        line = event.start_mark.line + 1
        column = event.start_mark.column + 1
        switch event.type {
        case YAML_STREAM_START_EVENT: kind = .streamStart
        case YAML_DOCUMENT_START_EVENT: kind = .documentStart
        case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
        case YAML_ALIAS_EVENT: kind = .alias(Self.text(data.alias.anchor) ?? "")
        case YAML_SEQUENCE_END_EVENT: kind = .sequenceEnd
        case YAML_MAPPING_END_EVENT: kind = .mappingEnd
        case YAML_SCALAR_EVENT:
            kind = .scalar(Self.scalar(data.scalar.value, data.scalar.length, data.scalar.style))
            (anchor, tag) = (Self.text(data.scalar.anchor), Self.text(data.scalar.tag))
        case YAML_SEQUENCE_START_EVENT:
            kind = .sequenceStart
            (anchor, tag) = (Self.text(data.sequence_start.anchor), Self.text(data.sequence_start.tag))
        case YAML_MAPPING_START_EVENT:
            kind = .mappingStart
            (anchor, tag) = (Self.text(data.mapping_start.anchor), Self.text(data.mapping_start.tag))
        default: kind = .streamEnd
        }
    }

    private static func text(_ pointer: UnsafeMutablePointer<UInt8>?) -> String? {
        pointer.map { String(cString: $0) }
    }

    private static func scalar(
        _ value: UnsafeMutablePointer<UInt8>?, _ length: Int, _ style: yaml_scalar_style_t
    ) -> YAMLScalar {
        let text = String(decoding: UnsafeBufferPointer(start: value, count: length), as: UTF8.self)
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE:
            return YAMLScalar(text: text, style: .quoted)
        case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: return YAMLScalar(text: text, style: .block)
        default: return YAMLScalar(text: text, style: .plain)
        }
    }
}
