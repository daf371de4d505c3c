import Testing

@testable import App

@Suite("Whole numbers as people type them")
struct WholeNumberTests {
    static let numbers: [(String, Int64)] = [
        ("0", 0), ("15000", 15_000), ("15 000", 15_000), ("15\u{202F}000", 15_000), ("15,000", 15_000),
        ("1,500,000", 1_500_000), (" 7 ", 7),
        ("9007199254740991", 9_007_199_254_740_991),
    ]

    @Test("Spaces, and commas between groups of three, are read", arguments: numbers)
    func number(text: String, value: Int64) { #expect(WholeNumber(typed: text)?.value == value) }

    @Test(
        "What may be cents, a sign or no number is refused",
        arguments: [
            "15000,00", "15 000,50", "15,5", "1,5000", "15.000", "-3", "+3", "1e3", "", ",", "15,,000",
            "1500,000",
            "99999999999999999999", "9223372036854775807", "9007199254740992", "١٥",
        ])
    func none(text: String) { #expect(WholeNumber(typed: text) == nil, "\(text)") }
}
