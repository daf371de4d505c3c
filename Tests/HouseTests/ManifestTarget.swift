/// A target as `Package.swift` declares it, with its dependencies among our own targets.
struct ManifestTarget: Equatable {
    var name: String
    var isTest: Bool
    var line: Int
    var dependencies: [String]
    var path: String?

    func finding(_ message: String) -> Finding {
        Finding(file: "Package.swift", line: line, message: message)
    }
}

extension ManifestTarget {
    private static let heads = [
        "layer(": false, ".target(": false, ".executableTarget(": false, ".systemLibrary(": false,
        "tests(": true, ".testTarget(": true,
    ]

    /// Reads the manifest as text: each target is a call whose first string is its name; `tests(of: "A")` is
    /// `ATests`.
    ///
    /// Products of packages (`.product(name:package:)`) are no targets of ours and are left out.
    static func read(_ manifest: String) -> [ManifestTarget] {
        let masked = Array(SwiftMask.code(in: manifest).utf8)
        let bytes = Array(manifest.utf8)
        return starts(in: masked).compactMap { start, isTest in
            let end = closing(masked, from: start)
            let call = withoutProducts(String(decoding: bytes[start..<end], as: UTF8.self))
            let names = strings(in: call)
            guard let first = names.first, !first.contains("\\") else { return nil }
            let isRoom = masked[start...].starts(with: "tests(".utf8)
            return ManifestTarget(
                name: isRoom ? "\(first)Tests" : first, isTest: isTest,
                line: bytes[..<start].count { $0 == UInt8(ascii: "\n") } + 1,
                dependencies: Array(isRoom ? names[...] : names.dropFirst()), path: path(in: call))
        }
    }

    private static func starts(in masked: [UInt8]) -> [(Int, Bool)] {
        heads.flatMap { head, isTest in
            let head = Array(head.utf8)
            return masked.indices.filter { masked[$0...].starts(with: head) }
                .filter { $0 == 0 || [UInt8(ascii: " "), UInt8(ascii: "\n")].contains(masked[$0 - 1]) }
                .filter { !isDeclaration(masked, before: $0) }
                .map { ($0, isTest) }
        }.sorted { $0.0 < $1.0 }
    }

    private static func isDeclaration(_ masked: [UInt8], before index: Int) -> Bool {
        masked[..<index].suffix(5).elementsEqual("func ".utf8)
    }

    private static func closing(_ masked: [UInt8], from start: Int) -> Int {
        var depth = 0
        for index in start..<masked.count {
            if masked[index] == UInt8(ascii: "(") { depth += 1 }
            if masked[index] == UInt8(ascii: ")") {
                depth -= 1
                if depth == 0 { return index + 1 }
            }
        }
        return masked.count
    }

    private static func withoutProducts(_ call: String) -> String {
        call.replacing(/\.product\([^)]*\)/, with: "").replacing(
            /(?s)(swiftSettings|resources|providers):.*/, with: ""
        )
        .replacing(/pkgConfig:\s*"[^"]*"/, with: "")
    }

    private static func strings(in call: String) -> [String] {
        call.replacing(/path:\s*"[^"]*"/, with: "").matches(of: /"([^"]*)"/).map { String($0.output.1) }
    }

    private static func path(in call: String) -> String? {
        call.firstMatch(of: /path:\s*"([^"]*)"/).map { String($0.output.1) }
    }
}
