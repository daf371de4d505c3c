import Agreements
import Expressions

extension FormulaUse {
    /// Where a part of the formula stands.
    func place(of span: Span) -> Place { place(after: span.start) }

    /// Where the part stands that begins after so many UTF-8 bytes of the formula.
    func place(after bytes: Int) -> Place {
        let before = formula.source.utf8.prefix(bytes).count { $0 & 0xC0 != 0x80 }
        return process.spots[formula.place]?.place(of: before) ?? place
    }
}
