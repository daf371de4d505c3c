/// The pass that puts French no-break spaces; see ``Typography/spaced(_:)``.
struct FrenchSpacing {
    static func apply(to text: String) -> String {
        var pass = FrenchSpacing(input: Array(text))
        pass.run()
        return String(pass.output)
    }

    private let input: [Character]
    private var index = 0
    private var output: [Character] = []
    /// Where the word being written starts in `output`, and whether it is a link or a mail address.
    private var wordStart = 0
    private var wordIsAddress = false

    private init(input: [Character]) { self.input = input }

    private mutating func run() {
        while index < input.count {
            if isHighSign { spaceBefore() }
            append(input[index])
            index += 1
            if bindsNext { spaceAfter() }
        }
    }

    /// A sign that ends a word: what follows it is a space, the end, or another closing sign.
    private var isHighSign: Bool {
        switch input[index] {
        case "»": true
        case ":", ";", "?", "!": index + 1 == input.count || Self.mayFollow(input[index + 1])
        default: false
        }
    }

    private mutating func spaceBefore() {
        let spaces = output.reversed().prefix(while: Self.isSpace).count
        guard spaces < output.count else { return }
        let previous = output[output.count - spaces - 1]
        if previous.isNewline || Self.opens(previous) { return }
        if spaces == 0, Self.isSign(previous) || wordIsAddress || endsEntity { return }
        output.removeLast(spaces)
        append(Self.space)
    }

    /// «, and the abbreviation n° before its number.
    private var bindsNext: Bool {
        switch output.last {
        case "«": true
        case "°": output.count >= 2 && "nN".contains(output[output.count - 2])
        default: false
        }
    }

    private mutating func spaceAfter() {
        let spaces = input[index...].prefix(while: Self.isSpace).count
        guard index + spaces < input.count, !input[index + spaces].isNewline else { return }
        if spaces == 0, output.last == "°", !input[index].isNumber { return }
        index += spaces
        append(Self.space)
    }

    private mutating func append(_ character: Character) {
        output.append(character)
        if character.isWhitespace {
            (wordStart, wordIsAddress) = (output.count, false)
        } else if character == "@" || output[wordStart...].suffix(3).elementsEqual("://") {
            wordIsAddress = true
        }
    }

    /// Whether the `;` to come closes an HTML entity such as `&amp;`.
    private var endsEntity: Bool {
        guard input[index] == ";" else { return false }
        let name = output[wordStart...].suffix(10).reversed().prefix {
            $0.isLetter || $0.isNumber || $0 == "#"
        }
        return !name.isEmpty && output.dropLast(name.count).last == "&"
    }

    private static let space: Character = "\u{A0}"

    private static func isSpace(_ character: Character) -> Bool { " \u{A0}\u{202F}".contains(character) }
    private static func isSign(_ character: Character) -> Bool { ":;?!".contains(character) }
    private static func opens(_ character: Character) -> Bool { "([{".contains(character) }
    private static func mayFollow(_ next: Character) -> Bool {
        next.isWhitespace || ":;?!»”\"')]<…".contains(next)
    }
}
