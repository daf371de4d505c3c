import Foundation

/// The first answer in a stream of bytes.
struct Reply {
    let status: Int
    /// By lower-case name; the values of a repeated field are joined with a comma.
    let headers: [String: String]
    let body: String

    struct Unreadable: Error { let text: String }

    init(_ bytes: [UInt8]) throws {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n") else { throw Unreadable(text: String(text.prefix(200))) }
        let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
        guard let code = lines.first?.split(separator: " ").dropFirst().first, let status = Int(code) else {
            throw Unreadable(text: String(text.prefix(200)))
        }
        self.status = status
        headers = Dictionary(lines.dropFirst().compactMap(Self.field), uniquingKeysWith: { "\($0), \($1)" })
        body = String(text[end.upperBound...])
    }

    private static func field(_ line: String) -> (String, String)? {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        return (line[..<colon].lowercased(), value)
    }

    /// The member `name` of a JSON body, as text.
    func member(_ name: String) -> String? {
        let object = try? JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any]
        return object?[name].map { "\($0)" }
    }
}

extension String {
    /// How often `part` occurs, without overlap.
    func count(of part: String) -> Int { components(separatedBy: part).count - 1 }
}
