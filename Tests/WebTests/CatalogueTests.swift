import Agreements
import Foundation
import Testing

@testable import Web

@Suite("The texts of the pages")
struct CatalogueTests {
    /// The sources of the pages, those of the catalogue left out.
    private static func sources() throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Sources/Web")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return try (files?.allObjects ?? []).compactMap { $0 as? URL }
            .filter { $0.pathExtension == "swift" && !$0.lastPathComponent.hasPrefix("Catalogue+") }
            .map { try String(contentsOf: $0, encoding: .utf8) }.joined(separator: "\n")
    }

    @Test("Every text is used by a template or by the code; a family of them by its beginning")
    func used() throws {
        let source = try Self.sources()
        let families = source.matches(of: /"([a-zA-Z]+\.)\\\(/).map { String($0.1) }
        #expect(source.count > 10_000 && families.contains("legal."))
        for key in Catalogue.entries.keys.sorted() {
            let isUsed =
                source.contains("t.\(key)}}") || source.contains("\"\(key)\"")
                || families.contains { key.hasPrefix($0) }
            #expect(isUsed, "\(key) is used nowhere")
        }
    }

    @Test("Keys are words with at most two dots, and no text has blanks at its ends")
    func keys() {
        for (key, text) in Catalogue.entries {
            #expect(key.wholeMatch(of: /[a-zA-Z_]+(\.[a-zA-Z_0-9]+){0,2}/) != nil, "\(key)")
            for spoken in [text.fr, text.en] { #expect(spoken == spoken.trimmingBlanks, "\(key)") }
        }
    }

    @Test("Templates and pages take colons and quotation marks from the language")
    func signs() throws {
        let source = try Self.sources()
        for sign in ["« {{", "}} : ", "</a> : ", "\"> : ", ") : \\("] {
            #expect(!source.contains(sign), "\(sign)")
        }
        #expect(Typography.signs(.english) == ["colon": ": ", "open": "“", "close": "”"])
    }

    @Test("French signs stand after a no-break space, and apostrophes are round")
    func typography() {
        for (key, text) in Catalogue.entries {
            #expect(!text.fr.contains("'") && !text.en.contains("'"), "\(key)")
            #expect(text.fr.firstMatch(of: /[a-zé] [:;?!]/) == nil, "\(key)")
        }
    }
}
