import Agreements
package import Storage

/// Every row that the files tell.
package struct ReferenceSource: Sendable {
    package let rows: [ReferenceRow]
    /// What changes when the files do.
    package let sha256: String

    /// Reads the files' meaning.
    ///
    /// - Throws: ``ReferenceFault`` with the place of the first thing that is wrong.
    package init(_ files: ReferenceFiles) throws {
        let countries = try CountrySource(files).rows(successors: try Self.former(files))
        let known = Set(countries.map(\.code))
        rows =
            try countries + Self.regions(files, known) + Self.named(.itmo, files, "itmos.csv")
            + Self.named(.instrument, files, "instruments.csv") + Self.retention(files)
        sha256 = files.sha256
    }

    private static func former(_ files: ReferenceFiles) throws(ReferenceFault) -> [FormerCountry] {
        try ReferenceTable(files, "former-countries.csv", columns: ["code", "until", "successors"]).map {
            line throws(ReferenceFault) in
            guard let until = try line.day("until") else { throw line.wrong("until", "a date is needed") }
            return FormerCountry(
                code: line.text("code"), until: until, successors: line.words("successors"))
        }
    }

    private static func regions(
        _ files: ReferenceFiles, _ known: Set<String>
    ) throws(ReferenceFault) -> [ReferenceRow] {
        let columns = ["region", "country", "from", "until", "fr", "en"]
        return try ReferenceTable(files, "regions.csv", columns: columns).map { line throws(ReferenceFault) in
            guard known.contains(line.text("country")) else {
                throw line.wrong("country", "no country code of ISO 3166: \(line.text("country").shortened)")
            }
            return ReferenceRow(
                .region, line.text("region"), member: line.text("country"),
                name: LocalizedText(fr: line.text("fr"), en: line.text("en")),
                from: try line.day("from"), until: try line.day("until"))
        }
    }

    private static func retention(_ files: ReferenceFiles) throws(ReferenceFault) -> [ReferenceRow] {
        let columns = ["code", "what", "period", "fate", "from", "until", "fr", "en"]
        return try ReferenceTable(files, "retention.csv", columns: columns).map {
            line throws(ReferenceFault) in
            let details = ["what", "period", "fate"].map { ($0, line.text($0)) }
            let row = ReferenceRow(
                .retention, line.text("code"),
                name: LocalizedText(fr: line.text("fr"), en: line.text("en")),
                details: Dictionary(uniqueKeysWithValues: details), from: try line.day("from"),
                until: try line.day("until"))
            if let column = RetentionRule.unreadable(row) {
                throw line.wrong(column, "not understood: \(line.text(column).shortened)")
            }
            return row
        }
    }

    private static func named(
        _ list: ReferenceRow.List, _ files: ReferenceFiles, _ name: String
    ) throws(ReferenceFault) -> [ReferenceRow] {
        let columns = ["code", "from", "until", "successors", "fr", "en"]
        return try ReferenceTable(files, name, columns: columns).map { line throws(ReferenceFault) in
            ReferenceRow(
                list, line.text("code"),
                name: LocalizedText(fr: line.text("fr"), en: line.text("en")),
                successors: line.words("successors"), from: try line.day("from"),
                until: try line.day("until"))
        }
    }
}
