import Testing

@Suite("Functions are found with their lengths")
struct FunctionScannerTests {
    @Test(
        "Every kind of function is measured, a requirement without a body is not",
        arguments: [
            ("func f() { 1 }", [1]),
            ("func f(a: () -> Void = { }) {\n  { }\n}", [3]),
            ("struct S {\n  init() {\n  }\n  deinit { }\n  subscript(i: Int) -> Int { i }\n}", [2, 1, 1]),
            ("protocol P {\n  func f()\n  func g() -> Int\n  init(x: Int)\n  var v: Int { get }\n}", []),
            ("let a = S.init(b: 1); let c = [1].map { $0 }", []),
            ("func f() {\n  func g() {\n  }\n}", [4, 2]),
            ("func f() { \"}\" }\nfunc g() { /* } */ }", [1, 1]),
        ])
    func lengths(source: String, expected: [Int]) {
        #expect(FunctionScanner.functions(inCode: SwiftMask.code(in: source)).map(\.length) == expected)
    }
}
