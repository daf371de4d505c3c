/// A file that came with a form.
package struct UploadedFile: Sendable, Hashable {
    /// The name of its field.
    package var field: String
    /// What the sender called it, without any folder.
    package var name: String
    package var bytes: [UInt8]
    /// Whether its bytes were too many to be kept.
    var isTooLarge = false

    package init(field: String, name: String, bytes: [UInt8]) {
        self.field = field
        self.name = name
        self.bytes = bytes
    }
}

/// `multipart/form-data` (RFC 7578), strict: what is not written as it should be is not read at all.
enum Multipart {
    static let partsMax = 100

    /// The boundary of a content type; nil for another type, or a boundary that RFC 2046 does not allow.
    static func boundary(_ contentType: String) -> String? {
        let parts = contentType.split(separator: ";").map { String($0).trimmingBlanks }
        guard parts.first?.lowercased() == "multipart/form-data",
            let given = parts.dropFirst().first(where: { $0.lowercased().hasPrefix("boundary=") })
        else { return nil }
        let boundary = given.dropFirst(9).trimmingPrefix("\"")
        let bare = boundary.hasSuffix("\"") ? boundary.dropLast() : boundary
        return (1...70).contains(bare.utf8.count) && bare.utf8.allSatisfy { (33...126).contains($0) }
            ? String(bare) : nil
    }

    /// Fields and files; nil when the body cannot be read.
    static func read(_ body: [UInt8], boundary: String) -> (fields: Fields, files: [UploadedFile])? {
        let mark = Array("--\(boundary)".utf8)
        guard body.starts(with: mark) else { return nil }
        var (fields, files) = (Fields(), [UploadedFile]())
        var position = mark.count
        for _ in 0...partsMax {
            let rest = body[position...]
            if rest.starts(with: Array("--".utf8)) { return (fields, files) }
            guard rest.starts(with: lineEnd), let head = find(blankLine, in: body, from: position),
                head > position + 1,
                let end = find(lineEnd + mark, in: body, from: head + blankLine.count),
                let names = disposition(body[(position + 2)..<head])
            else { return nil }
            let content = Array(body[(head + blankLine.count)..<end])
            if let file = names.file {
                // An empty field for a file comes without a name.
                if !file.isEmpty || !content.isEmpty {
                    files.append(UploadedFile(field: names.field, name: bare(file), bytes: content))
                }
            } else {
                guard let text = PercentCoding.repaired(content) else { return nil }
                fields.append(names.field, text)
            }
            position = end + 2 + mark.count
        }
        return nil
    }

    private static let lineEnd: [UInt8] = [13, 10]
    static let blankLine: [UInt8] = [13, 10, 13, 10]

    /// Where `needle` begins in `body` next.
    static func find(_ needle: [UInt8], in body: [UInt8], from start: Int) -> Int? {
        guard start <= body.count - needle.count else { return nil }
        var index = start
        while index <= body.count - needle.count {
            if body[index] == needle[0], body[index..<index + needle.count].elementsEqual(needle) {
                return index
            }
            index += 1
        }
        return nil
    }

    private static func disposition(_ head: ArraySlice<UInt8>) -> (field: String, file: String?)? {
        guard head.count <= 4_096, let text = PercentCoding.checked(Array(head)) else { return nil }
        let lines = text.replacing("\r\n", with: "\n").split(separator: "\n")
        guard !lines.contains(where: { $0.contains("\r") || $0.contains("\t") }) else { return nil }
        guard let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
            let field = value("name", in: line), !field.isEmpty
        else { return nil }
        return (field, value("filename", in: line))
    }

    /// A quoted parameter; browsers write a quote inside as `%22`.
    private static func value(_ name: String, in line: Substring) -> String? {
        guard let start = line.range(of: " \(name)=\"") else { return nil }
        let rest = line[start.upperBound...]
        return rest.firstIndex(of: "\"").map { String(rest[..<$0]).replacing("%22", with: "\"") }
    }

    /// The last part of a path, as some browsers send it.
    private static func bare(_ name: String) -> String {
        // By bytes: a slash under an accent is another character, and a slash all the same.
        let last = name.utf8.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }.last
        return last.map { String(Substring($0)) } ?? ""
    }
}

extension Substring {
    fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}
