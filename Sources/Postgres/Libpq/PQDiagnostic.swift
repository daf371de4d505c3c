/// The fields of an error that are read here.
///
/// DETAIL and HINT are not among them: they may hold values. So may CONTEXT: only its presence matters.
///
/// Source: `postgres_ext.h`, PG_DIAG_*, which are characters and so not imported.
enum PQDiagnostic: Character {
    case severity = "V"
    case sqlState = "C"
    case message = "M"
    case table = "t"
    case column = "c"
    case constraint = "n"
    case routine = "R"
    case context = "W"

    var code: Int32 { Int32(rawValue.asciiValue ?? 0) }
}
