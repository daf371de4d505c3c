import Agreements

/// Reads the tags of a notice's text.
struct NoticeTemplateParser {
    private let text: [Unicode.Scalar]
    private var position = 0
    private var depth = 0
    /// No notice nests sections deeper.
    private static let depthMax = 16

    init(_ text: String) { self.text = Array(text.unicodeScalars) }

    /// The tags up to the end of the section, or of the text.
    mutating func parts(
        inside section: (name: String, offset: Int)?
    ) throws(NoticeTemplate.Problem) -> [NoticeTemplate.Part] {
        var parts: [NoticeTemplate.Part] = []
        while let tag = try nextTag() {
            switch tag.sign {
            case "!": continue
            case "#", "^": parts.append(try self.section(tag))
            case "/":
                guard tag.name == section?.name else { throw stray(tag, section) }
                return parts
            case nil: parts.append(.value(name: tag.name, offset: tag.offset))
            default:
                let braces = "{{\(tag.sign.map(String.init) ?? "")"
                throw problem(
                    .init(
                        fr: "« \(braces) » ne sert pas dans les avis",
                        en: "\"\(braces)\" is not used in notices"), tag.offset)
            }
        }
        guard let section else { return parts }
        throw problem(
            .init(
                fr: "la section {{#\(section.name)}} n’est pas fermée",
                en: "the section {{#\(section.name)}} is not closed"), section.offset)
    }

    private mutating func section(_ tag: Tag) throws(NoticeTemplate.Problem) -> NoticeTemplate.Part {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.depthMax else {
            throw problem(
                .init(
                    fr: "les sections s’emboîtent sur plus de \(Self.depthMax) niveaux",
                    en: "sections are nested deeper than \(Self.depthMax)"), tag.offset)
        }
        let inner = try parts(inside: (tag.name, tag.offset))
        return .section(name: tag.name, isInverted: tag.sign == "^", offset: tag.offset, parts: inner)
    }

    private func stray(_ tag: Tag, _ section: (name: String, offset: Int)?) -> NoticeTemplate.Problem {
        guard let section else {
            return problem(
                .init(
                    fr: "{{/\(tag.name)}} ne ferme aucune section", en: "{{/\(tag.name)}} closes no section"),
                tag.offset)
        }
        return problem(
            .init(
                fr: "{{/\(tag.name)}} ferme la section {{#\(section.name)}}",
                en: "{{/\(tag.name)}} closes the section {{#\(section.name)}}"), tag.offset)
    }

    // MARK: Tags

    private struct Tag {
        var sign: Unicode.Scalar?
        var name: String
        var offset: Int
    }

    private static let signs: Set<Unicode.Scalar> = ["#", "^", "/", "!", "{", "&", ">", "<", "$", "=", "%"]

    private mutating func nextTag() throws(NoticeTemplate.Problem) -> Tag? {
        guard let start = find("{", from: position) else {
            // The renderer reads on after a brace, beyond the end.
            guard position < text.count, text.last == "{" else { return nil }
            throw problem(
                .init(fr: "un texte ne peut pas finir par {", en: "a text cannot end with {"), text.count - 1)
        }
        let begin = start + 2
        guard let end = find("}", from: begin) else {
            throw problem(.init(fr: "{{ n’est pas fermé par }}", en: "{{ is not closed by }}"), start)
        }
        position = end + 2
        let sign = begin < end && Self.signs.contains(text[begin]) ? text[begin] : nil
        let inner = text[(sign == nil ? begin : begin + 1)..<end]
        let name = String(String.UnicodeScalarView(inner)).trimmed
        guard sign != "!" else { return Tag(sign: sign, name: "", offset: start) }
        guard Self.isName(name) else {
            throw problem(
                .init(
                    fr: "\(name.quotedInFrench) n’est pas un nom de champ de modèle",
                    en: "\(name.quoted) is no name of a placeholder"), start)
        }
        return Tag(sign: sign, name: name, offset: start)
    }

    /// The next two `brace`s in a row.
    private func find(_ brace: Unicode.Scalar, from start: Int) -> Int? {
        var index = start
        while index + 1 < text.count {
            if text[index] == brace, text[index + 1] == brace { return index }
            index += 1
        }
        return nil
    }

    /// Letters, digits and _, in parts joined by dots.
    private static func isName(_ name: String) -> Bool {
        name.utf8.count <= Name.lengthMax
            && name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy { byte in
                        byte == UInt8(ascii: "_") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
                    }
            }
    }

    private func problem(_ message: LocalizedText, _ offset: Int) -> NoticeTemplate.Problem {
        NoticeTemplate.Problem(message: message, offset: offset)
    }
}

extension String {
    /// Without white space at both ends.
    fileprivate var trimmed: String {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = lastIndex { !$0.isWhitespace }.map(index(after:)) ?? start
        return String(self[start..<end])
    }
}
