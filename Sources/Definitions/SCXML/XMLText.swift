/// An element to be written as XML: with children, or with a text and nothing else.
struct XMLText {
    let name: String
    var attributes: [(name: String, value: String)] = []
    var children: [XMLText] = []
    var text: String?

    init(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ children: [XMLText] = []) {
        self.name = name
        self.attributes = attributes.compactMap { name, value in value.map { (name, $0) } }
        self.children = children
    }

    /// The element in lines, two spaces a level; nothing is added to a text.
    var document: String {
        var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        write(to: &out, indent: 0)
        return out
    }

    private func write(to out: inout String, indent: Int) {
        let margin = String(repeating: "  ", count: indent)
        out += "\(margin)<\(name)"
        for attribute in attributes { out += " \(attribute.name)=\"\(Self.escaped(attribute.value))\"" }
        if let text {
            out += ">\(Self.escaped(text))</\(name)>\n"
        } else if children.isEmpty {
            out += "/>\n"
        } else {
            out += ">\n"
            for child in children { child.write(to: &out, indent: indent + 1) }
            out += "\(margin)</\(name)>\n"
        }
    }

    /// An element on one line, its attributes in the order of their names.
    static func tag(_ name: String, _ attributes: [String: String], _ inside: String) -> String {
        let words = attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\"\(escaped($0.value))\"" }
        let start = "<\(name)\(words.joined())"
        return inside.isEmpty ? "\(start)/>" : "\(start)>\(inside)</\(name)>"
    }

    /// Text inside an element that is data, its white space left as it is.
    static func markup(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    /// Whether a text can stand in a list of words, as ids and the descriptors of events do.
    static func isWord(_ text: String) -> Bool { !text.isEmpty && !text.contains(where: \.isWhitespace) }

    /// Whether a character can stand in a document at all (XML 1.0, production 2).
    static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\t", "\n", "\r": true
        case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": false
        default: true
        }
    }

    /// The text as it may stand in an attribute or an element; what XML cannot hold becomes U+FFFD.
    private static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "\t", "\n", "\r": out += "&#\(scalar.value);"
            default: out.unicodeScalars.append(isCharacter(scalar) ? scalar : "\u{FFFD}")
            }
        }
        return out
    }
}
