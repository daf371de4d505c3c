extension MailAddress {
    /// Why a text is not an address that Entente writes to.
    ///
    /// It repeats at most one character of the text.
    package enum Invalid: Error, Equatable, CustomStringConvertible {
        /// Which side of the `@` is meant.
        package enum Part: Sendable {
            case localPart
            case domain
        }

        case empty
        case noAtSign
        case severalAddresses
        case controlCharacter
        case space
        case forbiddenCharacter(String)
        case quotedLocalPart
        case emptyLocalPart
        case misplacedDot
        case notASCII(Part)
        case addressLiteral
        case badDomain
        case tooLong

        package var description: String {
            switch self {
            case .empty: "the address is empty"
            case .noAtSign: "the address has no @"
            case .severalAddresses: "give one address only"
            case .controlCharacter: "the address has a control character or a line end in it"
            case .space: "the address has a space in it"
            case .forbiddenCharacter(let character): "\"\(character)\" cannot stand in an address"
            case .quotedLocalPart: "quoted addresses (with \" or \\) are not supported"
            case .emptyLocalPart: "nothing stands before the @"
            case .misplacedDot: "a dot cannot begin or end the part before the @, nor be doubled"
            case .notASCII(.localPart): "accented letters before the @ are not supported"
            case .notASCII(.domain): "write the domain in its ASCII form (xn--...)"
            case .addressLiteral: "write a domain name, not an address in brackets"
            case .badDomain: "the part after the @ is not a full domain name"
            case .tooLong: "an address has at most 254 characters, 64 before the @"
            }
        }
    }
}
