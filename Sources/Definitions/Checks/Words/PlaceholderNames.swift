import Agreements

/// The names that tags of a notice may use: placeholders, and the objects that hold some of them.
enum PlaceholderNames {
    static let all: [String] = NoticePlaceholder.allCases.map(\.rawValue)

    /// The placeholder that a name stands for inside sections of the objects `around`, innermost last.
    static func placeholder(_ name: String, inside around: [String]) -> NoticePlaceholder? {
        let inner = around.reversed().lazy.compactMap { NoticePlaceholder(rawValue: "\($0).\(name)") }.first
        return inner ?? NoticePlaceholder(rawValue: name)
    }

    /// The placeholders of an object, such as `term`; empty where it is none.
    static func members(of object: String) -> [NoticePlaceholder] {
        NoticePlaceholder.allCases.filter { $0.rawValue.hasPrefix(object + ".") }
    }

    /// The tags whose names stand for nothing.
    static func unknown(in parts: [NoticeTemplate.Part], inside around: [String] = []) -> [(
        name: String, offset: Int
    )] {
        parts.flatMap { part -> [(name: String, offset: Int)] in
            switch part {
            case .value(let name, let offset):
                return placeholder(name, inside: around) == nil ? [(name, offset)] : []
            case .section(let name, _, let offset, let parts):
                let isObject = !members(of: name).isEmpty
                let isKnown = isObject || placeholder(name, inside: around) != nil
                return (isKnown ? [] : [(name, offset)])
                    + unknown(in: parts, inside: isObject ? around + [name] : around)
            }
        }
    }
}
