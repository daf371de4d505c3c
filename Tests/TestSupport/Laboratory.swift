package import Agreements
import Definitions
import Foundation

/// The shipped definitions, with a house that can play all their roles.
package enum Laboratory {
    /// Every definition that is shipped, by its file's name.
    package static let names = ["acc", "gdre", "gdri", "lea", "lia", "ume", "umi"]

    /// Reads a definition of the checkout and checks it.
    ///
    /// - Parameter editing: changes the text of each file before it is read.
    /// - Throws: `InvalidDefinition`, or what reading a file throws.
    package static func workflow(
        _ name: String = "lia", editing: @escaping (String) -> String = { $0 }
    ) throws -> Workflow {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Workflows")
            .standardized
        func bytes(_ path: String) throws -> [UInt8] {
            let data = try Data(contentsOf: folder.appending(path: path))
            return Array(editing(String(decoding: data, as: UTF8.self)).utf8)
        }
        return try WorkflowLoader().load(
            WorkflowSources(name: "\(name).yaml", bytes: try bytes("\(name).yaml")) { try? bytes($0) })
    }

    package static let roles = [
        "PI_FR", "DU", "DR", "INT", "ITMO", "ITMO", "EXP", "EXP", "EXP", "CSEL", "FSD", "DAF", "DAJ", "DAJ",
        "DPO", "DG",
        "ARCH", "COORD", "COGES", "COPIL",
    ]
    package static let paris = Party(
        id: "uparis", name: "Université", country: "FR", kind: .epscp, home: false)
    package static let parties = ["inserm", "uparis", "snu", "kyoto"]
    /// Who acts: as many as are named.
    package static let people = (1...40).map { House.person($0) }

    /// The facts of the morning on which files are proposed; every grant and delegation has its own identifier.
    package static func facts() -> Facts {
        var facts = House.facts()
        facts.people = Dictionary(uniqueKeysWithValues: people.map { ($0, Person(id: $0)) })
        facts.organisations["uparis"] = paris
        facts.grants = roles.enumerated().map { House.grant(people[$0.offset], $0.element) }
        for (index, party) in parties.enumerated() {
            facts.grants.append(House.grant(people[20 + index], "SIG", .party(party)))
            facts.grants.append(House.grant(people[24 + index], "PART", .party(party)))
        }
        for index in facts.grants.indices { facts.grants[index].id = House.identifier(UInt8(100 + index)) }
        let delegated = [(3, 30, "INT"), (15, 31, "DG"), (20, 32, "SIG"), (0, 33, "PI_FR")]
        facts.delegations = delegated.enumerated().map { index, entry in
            Delegation(
                id: House.identifier(UInt8(50 + index)), grantor: people[entry.0], grantee: people[entry.1],
                role: entry.2, scope: .everything,
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

    /// A whole proposal, by the first of ``people`` whose role may make it.
    package static func proposal(_ workflow: Workflow) -> (proposal: Proposal, proposer: Person.ID) {
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
        return (proposal, people[roles.firstIndex { proposers.contains($0) } ?? 0])
    }

    /// What it takes to submit a proposal of an associated laboratory, in order.
    package static let submission: [(body: Command.Body, person: Person.ID)] = [
        (.addDocument(NewDocument(kind: "partner_letter", fileName: "letter.txt", bytes: [1])), people[0]),
        (.act(Act("grant_visa")), people[1]), (.act(Act("submit")), people[0]),
    ]
}
