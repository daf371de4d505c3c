import Agreements
import TestSupport
import Testing

@testable import App

@Suite("Sheets of proposals")
struct CommandLineSheetTests {
    @Test(
        "CSV is read strictly, with fields as they were meant",
        arguments: [
            ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a;b\r\n1,5;2\r\n", [["a", "b"], ["1,5", "2"]]),
            ("\u{FEFF}a,b\n\"x, \"\"y\"\"\nz\",\n", [["a", "b"], ["x, \"y\"\nz", ""]]),
            ("a\n\n1", [["a"], ["1"]]),
            ("a,b\né,\u{1F600}\n", [["a", "b"], ["é", "\u{1F600}"]]), ("", []),
        ])
    func reads(text: String, rows: [[String]]) {
        let read = CSVReader.read(Array(text.utf8))
        #expect(read.problems.isEmpty)
        #expect(read.rows.map { $0.map(\.text) } == rows)
    }

    @Test(
        "What is wrong is named by line and column",
        arguments: [
            ("a,b\n1,\"2\n", "open_quote", 2, 3), ("a,b\n1,2\"3\n", "stray_quote", 2, 4),
            ("a,b\n\"1\"2,3\n", "after_quote", 2, 4), ("a,b\n1,x\0\n", "control_character", 2, 4),
            ("a,b\n1,x\u{7F}\n", "control_character", 2, 4),
            ("a,b\n1,x\u{9B}\n", "control_character", 2, 4),
            ("é,b\n\"one\ntwo\",\"\n", "open_quote", 3, 6),
        ])
    func problems(text: String, code: String, line: Int, column: Int) {
        let problem = CSVReader.read(Array(text.utf8)).problems.first
        #expect(problem?.code == code)
        #expect(problem.map { [$0.line, $0.column] } == [line, column])
    }

    @Test("A byte that is not UTF-8 is found wherever it stands", arguments: 0..<9)
    func bytes(index: Int) {
        var bytes = Array("é,b\nc,d\n".utf8)
        bytes.insert(0xFF, at: index)
        let problem = CSVReader.read(bytes).problems.first
        #expect(problem?.code == "not_utf8")
        let isSplit = index == 1
        #expect(problem?.value == (isSplit ? "0xC3" : "0xFF"))
        #expect(problem?.line == (index > 4 ? 2 : 1))
    }

    @Test(
        "Columns are known, needed and named once",
        arguments: [
            ("unit\nU1\n", "missing_column"), ("parties,partis\na,b\n", "unknown_column"),
            ("parties,unit,unit\na,b,c\n", "column_twice"), ("parties,role.\na,b\n", "unknown_column"),
            ("parties,unit\na\n", "wrong_shape"), ("parties\n\"a\",b\n", "wrong_shape"), ("", "empty"),
            ("parties,unit\n", "no_lines"),
        ])
    func columns(text: String, code: String) {
        #expect(ProposalSheet(Array(text.utf8), workflow: "lia").problems.map(\.code) == [code])
    }

    @Test(
        "A column that does not exist is compared with those that do, and with nothing else",
        arguments: [
            ("x", nil), ("partis", "parties"), ("acronym", "field.acronym"), ("field.acronim", nil),
            ("acronim", "field.acronym"), ("workplan", "field.workPlan"),
        ])
    func suggestion(column: String, expected: String?) throws {
        let sheet = ProposalSheet(
            Array("parties,\(column)\na,b\n".utf8), workflow: "lia", fields: ["acronym", "workPlan"])
        guard !column.hasPrefix("field.") else { return #expect(sheet.problems.isEmpty) }
        let problem = try #require(sheet.problems.first)
        #expect(problem.code == "unknown_column")
        #expect(problem.reason.en == "unknown column" + (expected.map { " (did you mean \($0)?)" } ?? ""))
    }

    @Test("A line becomes a proposal")
    func order() {
        let text =
            "workflow;parties;start;role.DU;field.acronym\nlia;inserm  snu;2017-01-01;du@x.example;A=B\n"
        let sheet = ProposalSheet(Array(text.utf8), workflow: nil)
        #expect(sheet.problems.isEmpty)
        let order = sheet.rows.first?.order
        #expect(order?.parties == ["inserm", "snu"])
        #expect(order?.roles == ["DU=du@x.example"])
        #expect(order?.fields == ["acronym=A=B"])
        #expect(order?.start == "2017-01-01")
    }
}
