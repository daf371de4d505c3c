import Agreements

/// In which roles the people of ``AccessStory`` see its files, told by hand: what pages and tables answer is compared with
/// it.
enum AccessStandings {
    static let proposals = ["draft", "study", "barred", "dropped"]
    static let frameworks = ["signing", "force", "ended"]
    static let files = proposals + frameworks

    /// The roles by which somebody sees a file; nil where they do not see it at all.
    static func roles(of person: String, on file: String) -> Set<String>? {
        guard let roles = everywhere[person].map({ [$0] }) ?? here[person]?[file] else { return nil }
        return unsent.contains(file) && roles.isDisjoint(with: SightMatrix.draftReaders) ? nil : roles
    }

    /// Of the four proposals two were never sent: who does not read them does not know them.
    private static let unsent: Set<String> = ["draft", "dropped"]

    /// What somebody may see of a file that they see.
    static func matters(of person: String, on file: String) -> Set<Matter>? {
        guard let roles = roles(of: person, on: file) else { return nil }
        // Who is invited has not declared their interests yet.
        var reading = person == "invited" ? [] : roles
        if unsent.contains(file) { reading.formIntersection(SightMatrix.draftReaders) }
        return reading.reduce(into: []) { matters, role in
            matters.formUnion(SightMatrix.rows[role] ?? [])
            // Of the four proposals one was decided.
            if file == "barred" { matters.formUnion(SightMatrix.rowsOnceDecided[role] ?? []) }
        }
    }

    /// Whether somebody may change the dossier: of the four proposals one is still being written, by its own hands.
    static func isEditor(_ person: String, _ file: String) -> Bool { person == "pi" && file == "draft" }

    /// Those whose role is for every file.
    static let everywhere = [
        "dr": "DR", "int": "INT", "csel": "CSEL", "daf": "DAF", "daj": "DAJ", "fsd": "FSD", "dpo": "DPO",
        "dg": "DG", "arch": "ARCH", "adm": "ADM", "aud": "AUD", "pdg": "SIG",
    ]

    private static let here: [String: [String: Set<String>]] = [
        // Their own files; the one who acts for the first sees no other file of the unit, nor of other instruments.
        "pi": on(["draft", "study", "barred"], "PI_FR"), "stand": on(["draft", "study", "barred"], "PI_FR"),
        "neighbour": on(["dropped"], "PI_FR"), "colead": on(proposals, "PI_EXT"),
        // The unit has two directors; one of them is named in the files.
        "du": on(proposals, "DU"),
        // One director of the institute stood back from one file; the one into which it was merged named her anew.
        "itmo": on(["draft", "study", "dropped"], "ITMO"),
        "successor": on(proposals, "ITMO"),
        // Experts: the review of one is void in one file, and good in the other.
        "reader": on(["study", "barred"], "EXP"), "invited": on(["study"], "EXP"),
        "voided": on(["barred"], "EXP"),
        // Partners.
        "rector": on(proposals + ["signing", "force"], "SIG"),
        "office": on(proposals + ["signing", "force"], "PART"),
        "reitor": on(["force", "ended"], "SIG"), "uspo": on(["force", "ended"], "PART"),
    ]

    private static func on(_ files: [String], _ role: String) -> [String: Set<String>] {
        Dictionary(uniqueKeysWithValues: files.map { ($0, [role]) })
    }

    /// Those who see no file: of another unit or institute, an expert who stood back, one who is not asked, whoever lost
    /// a role or has it over an institute that was merged, acts for somebody who did, left, or never had one.
    static let outside = [
        "stranger", "du2", "itmo2", "deputy", "recused", "pool", "left", "heir", "gone", "nobody",
    ]

    static let people = (Array(everywhere.keys) + Array(here.keys) + outside).sorted()
}
