import Expressions
import Foundation
import Testing

@Suite("Conformance cases of the Common Expression Language")
struct ConformanceTests {
    static let limits = Limits(length: 65_536, depth: 128, macros: 16, cost: 1_000_000)

    /// Cases that the project does not mean to pass, with the reason.
    static let excluded: [String: String] = [:]

    @Test("Every case gives the value, or fails, as the suite says")
    func suite() throws {
        let cases = try Self.load()
        guard !cases.isEmpty else {
            print("cel conformance: 598 cases skipped, the suite is not at \(SharedFolder.url.path())")
            return
        }
        var failures: [String] = []
        for item in cases where Self.excluded[item.id] == nil {
            if let failure = Self.failure(of: item) {
                failures.append("\(item.id): \(item.expr): \(failure)")
            }
        }
        let skipped = cases.filter { Self.excluded[$0.id] != nil }.count
        let passed = cases.count - failures.count - skipped
        print("cel conformance: \(passed) passed, \(failures.count) failed, \(skipped) excluded")
        #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
    }

    private static func load() throws -> [ConformanceCase] {
        let folder = SharedFolder.url.appending(path: "conformance/cel")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
        return try names.filter { $0.hasSuffix(".json") }.sorted().flatMap { name in
            let data = try Data(contentsOf: folder.appending(path: name))
            return try JSONDecoder().decode([ConformanceCase].self, from: data)
        }
    }

    /// What is wrong with the outcome of a case, nil when nothing is.
    private static func failure(of item: ConformanceCase) -> String? {
        let environment = Environment(
            variables: item.variables, zones: Environment.systemZones, isOpen: item.unchecked ?? false)
        let program: Program
        do throws(ExpressionError) {
            program = try environment.compile(item.expr, expecting: nil, limits: limits)
        } catch {
            return item.expect.value == nil ? nil : "refused: \(error)"
        }
        let evaluation = program.evaluate((item.bindings ?? [:]).mapValues(\.value))
        guard let expected = item.expect.value?.value else {
            return evaluation.value.map { "gave \($0) where an error is expected" }
        }
        return evaluation.value == expected ? nil : "gave \(evaluation.result), expected \(expected)"
    }
}
