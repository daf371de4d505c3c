import Testing

@testable import Web

@Suite("What a browser is called")
struct BrowserNameTests {
    @Test(
        "By its name and its system; what is unknown as it calls itself, cut",
        arguments: [
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0 Safari/537.36",
                "Chrome, Linux"
            ),
            ("Mozilla/5.0 (Windows NT 10.0) Chrome/156.0 Safari/537.36 Edg/156.0", "Edge, Windows"),
            ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Version/19.0 Safari/605.1", "Safari, macOS"),
            ("Mozilla/5.0 (Android 16; Mobile; rv:150.0) Firefox/150.0", "Firefox, Android"),
            ("curl/8.0", "curl/8.0"),
            (String(repeating: "x", count: 500), String(repeating: "x", count: 60)),
        ])
    func names(agent: String, name: String) { #expect(BrowserName.short(agent) == name) }
}
