import Testing

@testable import App

@Suite("Diagrams as SVG")
struct DiagramPainterTests {
    @Test(
        "A picture larger than a sheet shrinks whole, and a small one stays as it is",
        arguments: [
            ("width=\"4623pt\" height=\"2397pt\"", "width=\"1145pt\" height=\"593pt\""),
            ("width=\"100.5pt\" height=\"7920pt\"", "width=\"10pt\" height=\"792pt\""),
            ("width=\"300pt\" height=\"200pt\"", "width=\"300pt\" height=\"200pt\""),
        ])
    func sheet(drawn: String, shown: String) {
        let box = "viewBox=\"0.00 0.00 4623.00 2397.36\""
        #expect(DiagramPainter.onSheet("<svg \(drawn)\n \(box)>") == "<svg \(shown)\n \(box)>")
    }
}
