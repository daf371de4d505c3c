import Agreements

extension Typography {
    /// A whole number with its thousands apart: `15 000` (narrow no-break spaces), `15,000`.
    package func number(_ number: Int) -> String {
        let separator =
            switch language {
            case .french: Self.narrowNoBreakSpace
            case .english: ","
            }
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += separator }
            text.append(digit)
        }
        return text
    }

    /// An amount of whole euros: `15 000 €`, `€15,000`.
    package func amount(euros: Int) -> String { amount(number(euros)) }

    /// An amount in cents of euro, cents shown only where there are any: `15 000,50 €`, `€15,000.50`.
    package func amount(cents: Int) -> String {
        let (euros, rest) = cents.magnitude.quotientAndRemainder(dividingBy: 100)
        let comma =
            switch language {
            case .french: ","
            case .english: "."
            }
        let sign = cents < 0 ? "−" : ""
        let fraction = rest == 0 ? "" : comma + Self.twoDigits(Int(rest))
        return amount(sign + number(Int(euros)) + fraction)
    }

    private func amount(_ number: String) -> String {
        switch language {
        case .french: "\(number)\(Self.noBreakSpace)€"
        case .english: number.hasPrefix("−") ? "−€\(number.dropFirst())" : "€\(number)"
        }
    }
}
