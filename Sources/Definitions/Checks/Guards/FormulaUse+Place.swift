import Agreements
import Expressions

extension FormulaUse {
    /// Where a part of the formula stands: exact for a formula on one line.
    func place(of span: Span) -> Place {
        var place = place
        let source = Array(formula.source.utf8)
        let before = source.prefix(span.start)
        guard !source.contains(UInt8(ascii: "\n")), !source.contains(UInt8(ascii: "\\")) else { return place }
        place.column += before.count { $0 & 0xC0 != 0x80 }
        return place
    }
}
