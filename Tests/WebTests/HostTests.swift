import Testing

@testable import Web

@Suite("The names under which the server answers")
struct HostTests {
    @Test(
        "Loopback, the bound name and the listed names, in any case, with any port",
        arguments: [
            ("localhost", true), ("LOCALHOST:8080", true), ("127.0.0.1:1", true), ("[::1]:80", true),
            ("[::1]", true),
            ("entente.example", true), ("Entente.Example:443", true), ("other.example", false), ("", false),
            ("localhost:99999", false), ("localhost:x", false), ("[::1", false), ("localhost:80:80", false),
            ("127.0.0.1.evil.example", false), ("0.0.0.0", false),
        ])
    func allowed(authority: String, expected: Bool) {
        let hosts = AllowedHosts(.init(host: "0.0.0.0", allowedHosts: ["entente.example:443"]))
        #expect(hosts.allows(authority) == expected)
    }

    @Test("The name it is bound to is allowed, a wildcard is not a name")
    func bound() {
        #expect(AllowedHosts(.init(host: "192.0.2.7")).allows("192.0.2.7:8080"))
        #expect(!AllowedHosts(.init(host: "0.0.0.0")).allows("192.0.2.7:8080"))
    }
}
