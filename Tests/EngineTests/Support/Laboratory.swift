import Agreements
import Definitions
import Foundation

/// The shipped definitions, with a house that can play all their roles.
enum Laboratory {
    /// Every definition that is shipped, by its file's name.
    static let names = ["acc", "gdre", "gdri", "lea", "lia", "ume", "umi"]

    /// - Parameter editing: changes the text of each file before it is read.
    static func workflow(
        _ name: String = "lia", editing: @escaping (String) -> String = { $0 }
    ) throws -> Workflow {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../../Workflows"
        ).standardized
        func bytes(_ path: String) throws -> [UInt8] {
            let data = try Data(contentsOf: folder.appending(path: path))
            return Array(editing(String(decoding: data, as: UTF8.self)).utf8)
        }
        return try WorkflowLoader().load(
            WorkflowSources(name: "\(name).yaml", bytes: try bytes("\(name).yaml")) { try? bytes($0) })
    }

    static let roles = [
        "PI_FR", "DU", "DR", "INT", "ITMO", "ITMO", "EXP", "EXP", "EXP", "CSEL", "FSD", "DAF", "DAJ", "DAJ",
        "DPO", "DG",
        "ARCH", "COORD", "COGES", "COPIL",
    ]
    static let paris = Party(id: "uparis", name: "Université", country: "FR", kind: .epscp, home: false)
    static let parties = ["inserm", "uparis", "snu", "kyoto"]
    static let people = (1...40).map { House.person($0) }

    static func facts() -> Facts {
        var facts = House.facts()
        facts.people = Dictionary(uniqueKeysWithValues: people.map { ($0, Person(id: $0)) })
        facts.organisations["uparis"] = paris
        facts.grants = roles.enumerated().map { House.grant(people[$0.offset], $0.element) }
        for (index, party) in parties.enumerated() {
            facts.grants.append(House.grant(people[20 + index], "SIG", .party(party)))
            facts.grants.append(House.grant(people[24 + index], "PART", .party(party)))
        }
        facts.delegations = [(3, 30, "INT"), (15, 31, "DG"), (20, 32, "SIG"), (0, 33, "PI_FR")].map {
            Delegation(
                id: House.identifier(50), grantor: people[$0.0], grantee: people[$0.1], role: $0.2,
                scope: .everything,
                from: House.instant("2016-01-01T00:00"), until: House.instant("2019-01-01T00:00"))
        }
        facts.measures = [
            Measure(
                id: House.identifier(60), target: "KR", kind: .screen,
                from: House.instant("2019-01-01T00:00"),
                until: House.instant("2019-06-01T00:00"), legalReference: "x")
        ]
        return facts
    }

    static func bench(_ workflow: Workflow) throws -> Bench {
        var bench = Bench(workflow, facts: facts())
        let dossier = workflow.dossier.filter(\.required).map {
            ($0.name, $0.kind == .integer ? JSON.integer(15_000) : "x")
        }
        let isNetwork = workflow.id.hasPrefix("gdr")
        var proposal = Proposal(
            workflow: workflow.id, call: workflow.entry == .call ? House.call.id : nil, unit: "U1151",
            itmo: "NNP", plannedStart: House.day("2017-01-01"),
            parties: isNetwork ? parties : Array(parties.prefix(3)),
            dossier: Dictionary(uniqueKeysWithValues: dossier))
        if isNetwork {
            proposal.labs = [
                Lab(id: "paris", name: "Paris", party: "uparis", head: people[24]),
                Lab(id: "seoul", name: "Seoul", party: "snu", head: people[25]),
            ]
        }
        let proposers = workflow.parameters["proposers"]?.elements?.compactMap(\.text) ?? ["PI_FR"]
        let proposer = roles.firstIndex { proposers.contains($0) } ?? 0
        try bench.decide(.propose(proposal), by: .person(people[proposer]))
        return bench
    }

    /// A file that was submitted in time.
    static func submitted(_ workflow: Workflow) throws -> Bench {
        var bench = try bench(workflow)
        let letter = NewDocument(kind: "partner_letter", fileName: "letter.txt", bytes: [1])
        try bench.decide(.addDocument(letter), by: .person(people[0]))
        try bench.act("grant_visa", by: people[1])
        try bench.act("submit", by: people[0])
        return bench
    }
}
