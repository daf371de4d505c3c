import Agreements
import Foundation
import Notices
import Storage
import Testing

@testable import App

@Suite("The files behind reference data")
struct ReferenceSourceTests {
    private static let tables = CommandLineSite.workflows + "/reference"

    /// The rows of this machine's files; the package iso-codes is one that the tests need.
    private static func rows() throws -> [ReferenceRow] {
        try ReferenceSource(ReferenceFiles(tables: tables)).rows
    }

    @Test("Countries have everyday names in both languages; withdrawn ones have an end and successors")
    func countries() throws {
        let rows = try Self.rows().filter { $0.list == .country }
        let open = rows.filter { $0.until == nil }
        #expect(open.count > 240)
        #expect(Set(open.map(\.code)).count == open.count)
        #expect(open.allSatisfy { $0.alpha3?.count == 3 })
        #expect(open.first { $0.code == "KR" }?.name == LocalizedText(fr: "Corée du Sud", en: "South Korea"))
        #expect(open.first { $0.code == "TW" }?.name == LocalizedText(fr: "Taïwan", en: "Taiwan"))
        let east = rows.first { $0.code == "DD" }
        #expect(east?.until == "1990-10-30")
        #expect(east?.successors == ["DE"])
        let twice = rows.filter { $0.code == "CS" }.sorted { ($0.until ?? .latest) < ($1.until ?? .latest) }
        #expect(twice.map(\.until) == ["1993-06-15", "2006-09-26"])
        #expect(twice.map(\.from) == [nil, "1993-06-15"])
        #expect(twice.map(\.successors) == [["CZ", "SK"], ["ME", "RS"]])
    }

    @Test(
        "The Union is the one of its day",
        arguments: [
            ("2013-06-30", 27, true), ("2013-07-01", 28, true), ("2020-01-31", 28, true),
            ("2020-02-01", 27, false), ("1957-12-31", 0, false),
        ])
    func union(day: Day, count: Int, hasBritain: Bool) throws {
        let rows = try Self.rows()
        let members = rows.filter { row in
            row.code == "EU" && (row.from.map { $0 <= day } ?? true) && (row.until.map { day < $0 } ?? true)
        }
        #expect(members.count == count)
        #expect(members.contains { $0.member == "GB" } == hasBritain)
    }

    @Test("The names that mails use are those of the package, but for named departures")
    func names() throws {
        let rows = try Self.rows()
        let package = Dictionary(
            rows.filter { $0.list == .country && $0.until == nil }.map { ($0.code, $0.name) },
            uniquingKeysWith: { $1 })
        var departing: [String] = []
        for name in CountryName.all where name.iso2 != "XK" {
            let known = try #require(package[name.iso2], "\(name.iso2) is no country code")
            if known != LocalizedText(fr: name.fr, en: name.en) { departing.append(name.iso2) }
        }
        #expect(departing == Self.departures, "\(departing)")
    }

    /// Whose everyday name differs from the package's: its long or newer form, or another apostrophe.
    private static let departures = [
        "BN", "BY", "CD", "CG", "CI", "CZ", "GQ", "IR", "LA", "LR", "MO", "PS", "RU", "SB", "SR", "ST", "SY",
        "TR",
        "VE", "VN",
    ]

    @Test("A missing package is told with what to install; a bad table with its place")
    func faults() throws {
        #expect {
            try ReferenceFiles(tables: Self.tables, share: "/nowhere")
        } throws: {
            "\($0)".contains("/nowhere/iso-codes/json/iso_3166-1.json")
                && "\($0)".contains("apt-get install iso-codes")
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "entente-\(UUID().uuidString)")
        try FileManager.default.copyItem(atPath: Self.tables, toPath: folder.path)
        try Data("region,country,from,until,fr,en\nEU,GB,2020-02-30,,a,b\n".utf8)
            .write(to: folder.appending(path: "regions.csv"))
        let files = try ReferenceFiles(tables: folder.path)
        #expect { try ReferenceSource(files) } throws: { "\($0)".contains("regions.csv:2:7: ") }
        try FileManager.default.removeItem(at: folder)
    }

    @Test("A message catalogue is read in either byte order, and refused when it is cut")
    func catalogue() throws {
        for isBigEndian in [false, true] {
            let bytes = Self.catalogue(["Korea": "Corée", "Japan": "Japon"], isBigEndian)
            let read = try #require(GettextCatalogue(bytes))
            #expect(read["Korea"] == "Corée")
            #expect(read["Japan"] == "Japon")
            #expect(read["France"] == nil)
            for length in stride(from: 0, to: bytes.count - 1, by: 3) {
                #expect(GettextCatalogue(Array(bytes.prefix(length)))?["Korea"] != "wrong")
            }
        }
        #expect(GettextCatalogue([1, 2, 3]) == nil)
    }

    private static func catalogue(_ texts: [String: String], _ isBigEndian: Bool) -> [UInt8] {
        func four(_ number: Int) -> [UInt8] {
            let bytes = (0..<4).map { UInt8(number >> ($0 * 8) & 255) }
            return isBigEndian ? bytes.reversed() : bytes
        }
        let pairs = texts.sorted { $0.key < $1.key }
        let start = 28 + 16 * pairs.count
        var (head, tail, body): ([UInt8], [UInt8], [UInt8]) = ([], [], [])
        for (original, translation) in pairs {
            head += four(original.utf8.count) + four(start + body.count)
            body += Array(original.utf8) + [0]
            tail += four(translation.utf8.count) + four(start + body.count)
            body += Array(translation.utf8) + [0]
        }
        let magic = four(0x9504_12DE)
        let places = [0, pairs.count, 28, 28 + 8 * pairs.count, 0, 0].flatMap(four)
        return magic + places + head + tail + body
    }
}
