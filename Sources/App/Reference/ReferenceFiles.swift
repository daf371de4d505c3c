import Agreements
import Crypto
import Foundation

/// The bytes of everything that reference data are made from.
package struct ReferenceFiles: Sendable {
    let countriesFolder: String
    let tablesFolder: String
    let countries: [String: [UInt8]]
    let translations: [String: [UInt8]]
    let tables: [String: [UInt8]]

    static let countryNames = ["iso_3166-1.json", "iso_3166-3.json"]
    static let tableNames = [
        "former-countries.csv", "instruments.csv", "itmos.csv", "regions.csv", "retention.csv",
    ]

    /// Reads the files; a few hundred kilobytes in all.
    ///
    /// - Parameters:
    ///   - tables: the folder of our own tables, `reference` of the workflows folder.
    ///   - share: where Debian puts what does not depend on the machine.
    /// - Throws: ``ReferenceFault`` that names the file which is not there. Catalogues of French names may be
    ///   missing: some machines leave translations out.
    package init(tables: String, share: String = "/usr/share") throws {
        countriesFolder = "\(share)/iso-codes/json"
        tablesFolder = tables
        countries = try Self.read(Self.countryNames, in: countriesFolder) { .noCountries(path: $0) }
        translations = Self.found(
            ["iso_3166-1.mo", "iso_3166-3.mo"], in: "\(share)/locale/fr/LC_MESSAGES")
        self.tables = try Self.read(Self.tableNames, in: tables) {
            .noTable(path: $0)
        }
    }

    /// What changes when any of the files, or the way in which they are read, does.
    var sha256: String {
        var bytes: [UInt8] = Array("reference 2".utf8)
        for (name, file) in (Array(countries) + Array(translations) + Array(tables)).sorted(by: {
            $0.0 < $1.0
        }) {
            bytes += Array("\0\(name)\0\(file.count)\0".utf8) + file
        }
        return SHA256.hexadecimal(bytes)
    }

    private static func read(
        _ names: [String], in folder: String, missing: (String) -> ReferenceFault
    ) throws -> [String: [UInt8]] {
        let files = found(names, in: folder)
        for name in names where files[name] == nil { throw missing("\(folder)/\(name)") }
        return files
    }

    private static func found(_ names: [String], in folder: String) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for name in names {
            files[name] = FileManager.default.contents(atPath: "\(folder)/\(name)").map { Array($0) }
        }
        return files
    }
}
