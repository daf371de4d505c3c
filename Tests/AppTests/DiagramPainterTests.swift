import Agreements
import Definitions
import Testing

@testable import App

@Suite("Diagrams as SVG")
struct DiagramPainterTests {
    @Test("A drawing has the size at which it can be read, and fits one sheet when printed")
    func size() throws {
        let (workflow, _) = try WorkflowPublisher.load("\(CommandLineSite.workflows)/lia.yaml", zone: .paris)
        let svg = try DiagramPainter(.english).draw("life", of: workflow, as: .svg)
        let found = try #require(
            svg.firstMatch(of: /width="(\d+)pt" height="(\d+)pt"\s+viewBox="0\.00 0\.00 (\d+)/))
        let (width, natural) = (try #require(Double(found.1)), try #require(Double(found.3)))
        #expect(abs(width - natural) <= 1)
        #expect(svg.contains(DiagramPainter.fitted))
    }
}
