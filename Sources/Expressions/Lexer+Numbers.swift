extension Lexer {
    mutating func number() throws(ExpressionError) -> Token.Kind {
        let start = position
        if peek() == UInt8(ascii: "0"), peek(1) == UInt8(ascii: "x") {
            position += 2
            let digits = take { $0.isHexDigit }
            return try integer(digits, radix: 16, from: start)
        }
        var digits = take { $0.isDigit }
        let fraction = takeFraction()
        let exponent = takeExponent()
        if fraction.isEmpty && exponent.isEmpty { return try integer(digits, radix: 10, from: start) }
        if digits.isEmpty { digits = "0" }
        guard let value = Double(digits + fraction + exponent) else {
            throw error("This is no number.", from: start)
        }
        return .literal(.double(value))
    }

    private mutating func takeFraction() -> String {
        guard peek() == UInt8(ascii: "."), peek(1)?.isDigit ?? false else { return "" }
        position += 1
        return "." + take { $0.isDigit }
    }

    private mutating func takeExponent() -> String {
        guard peek().map({ $0 | 0x20 }) == UInt8(ascii: "e") else { return "" }
        let signed = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
        guard peek(signed ? 2 : 1)?.isDigit ?? false else { return "" }
        let sign = peek(1) == UInt8(ascii: "-") ? "-" : ""
        position += signed ? 2 : 1
        return "e" + sign + take { $0.isDigit }
    }

    private mutating func integer(
        _ digits: String, radix: Int, from start: Int
    ) throws(ExpressionError) -> Token.Kind {
        let isUnsigned = peek().map { $0 | 0x20 } == UInt8(ascii: "u")
        if isUnsigned { position += 1 }
        guard let value = UInt64(digits, radix: radix) else {
            throw error("The number does not fit into 64 bits.", from: start)
        }
        guard !(peek()?.continuesName ?? false) else {
            position += 1
            throw error("A number and a name need a space or an operator between them.", from: start)
        }
        return isUnsigned ? .literal(.uint(value)) : .integer(value)
    }
}
