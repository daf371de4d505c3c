import Agreements
import Foundation

/// Measures the staffing proof over a portfolio and prints `name value`.
@main
enum StaffingBenchmark {
    static func main() throws {
        let folder = URL(filePath: CommandLine.arguments.dropFirst().first ?? "Workflows")
        let portfolio = try Portfolio(folder: folder)
        let files = try portfolio.files(1_000)
        let until = portfolio.facts.zone.day(of: portfolio.facts.now).adding(years: 1)
        let proof = Staffing(facts: portfolio.facts, until: until)
        var report = proof.report(on: files)
        var best = Duration.seconds(3_600)
        for _ in 1...5 {
            best = min(best, ContinuousClock().measure { report = proof.report(on: files) })
        }
        print("staffing.situations", Set(files.map(\.agreement.seq)).count)
        print("staffing.steps", report.steps)
        print("staffing.gaps", report.gaps.count)
        print("staffing.singles", report.singles.count)
        print(
            "staffing.milliseconds",
            Double(best.components.attoseconds / 1_000_000_000_000) / 1_000 + Double(best.components.seconds)
                * 1_000)
    }
}
