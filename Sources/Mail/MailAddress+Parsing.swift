extension MailAddress {
    /// Cuts `text` into local part and lower-case domain, after every rule of the type has been checked.
    static func parts(of text: String) throws(Invalid) -> (local: String, domain: String) {
        try checkCharacters(of: text)
        guard let at = text.lastIndex(of: "@") else { throw .noAtSign }
        let local = String(text[..<at])
        let domain = text[text.index(after: at)...].lowercased()
        guard !local.contains("@") else { throw .severalAddresses }
        try check(local: local)
        try check(domain: domain)
        guard text.utf8.count <= 254 else { throw .tooLong }
        return (local, domain)
    }

    private static func checkCharacters(of text: String) throws(Invalid) {
        guard !text.isEmpty else { throw .empty }
        guard text.utf8.count <= 320 else { throw .tooLong }
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0: throw .controlCharacter
            case 0x20: throw .space
            case 0x22, 0x5C: throw .quotedLocalPart
            case 0x2C, 0x3B: throw .severalAddresses
            case 0x3C, 0x3E, 0x28, 0x29, 0x3A: throw .forbiddenCharacter(String(scalar))
            default: continue
            }
        }
    }

    private static func check(local: String) throws(Invalid) {
        guard !local.isEmpty else { throw .emptyLocalPart }
        guard local.utf8.count <= 64 else { throw .tooLong }
        guard !local.hasPrefix("."), !local.hasSuffix("."), !local.contains("..") else { throw .misplacedDot }
        for scalar in local.unicodeScalars where !isAtomText(scalar) && scalar != "." {
            throw scalar.isASCII ? .forbiddenCharacter(String(scalar)) : .notASCII(.localPart)
        }
    }

    private static func check(domain: String) throws(Invalid) {
        guard domain.unicodeScalars.allSatisfy(\.isASCII) else { throw .notASCII(.domain) }
        guard !domain.hasPrefix("[") else { throw .addressLiteral }
        guard domain.utf8.count <= 253 else { throw .tooLong }
        let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy(isLabel), labels.last?.contains(where: \.isLetter) == true
        else { throw .badDomain }
    }

    private static func isLabel(_ label: Substring) -> Bool {
        (1...63).contains(label.utf8.count) && !label.hasPrefix("-") && !label.hasSuffix("-")
            && label.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
            }
    }

    /// `atext` of RFC 5322 section 3.2.3.
    static func isAtomText(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar)
        }
    }
}
