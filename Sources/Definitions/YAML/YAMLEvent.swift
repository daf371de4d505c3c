/// One step of a parse: what libyaml found, with nothing resolved or expanded.
struct YAMLEvent {
    enum Kind {
        case streamStart, streamEnd, documentStart, documentEnd
        case scalar(YAMLScalar)
        case alias(String)
        case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    }

    var kind: Kind
    var line: Int
    var column: Int
    var anchor: String?
    var tag: String?
}
