import Agreements
import Definitions

extension ScenarioSearch {
    /// Proposals of each kind: with all fields of the dossier or the required ones, with and without a unit, with
    /// two parties or more; then those that conditions ask for by name, number or day.
    var starts: [SearchStart] {
        let parties = [
            ["abroad", "home"], ["abroad", "university", "home"], ["abroad", "abroad2", "home"],
            ["overseas", "home"], ["abroad", "overseas", "home"],
            ["abroad", "abroad2", "university", "home"],
            ["abroad", "abroad2", "university", "overseas", "home"],
        ]
        return parties.flatMap { parties in
            [true, false].flatMap { all in
                (all ? ["U1001", nil] : ["U1001"]).map { unit in
                    var start = start(of: parties, all, unit: unit)
                    if workflow.entry == .open, !all { start.day = GeneratedCast.plannedStart }
                    return start
                }
            }
        } + askedStarts
    }

    /// With the bodies, the days, the units and the institutes that conditions name.
    private var askedStarts: [SearchStart] {
        let bodies = cast.askedOrganisations
        let together = bodies.count > 1 ? [["abroad"] + bodies + ["home"]] : []
        let partners = cast.organisations.map(\.key).filter { $0 != "home" }
        // As many as are counted, with and without those of a country or kind that another condition asks for.
        let all =
            bodies.isEmpty ? [] : [partners, partners.filter { !cast.isNamed($0) }].map { $0 + ["home"] }
        let ofBodies = (bodies.map { ["abroad", $0, "home"] } + together + all).map {
            start(of: $0, true, unit: "U1001")
        }
        let plain = start(of: ["abroad", "home"], true, unit: "U1001")
        let ofDays = witnesses.plannedStarts.map { day in
            var start = plain
            start.day = day
            return start
        }
        let units = (workflow.words["Agreement.unit"] ?? []).sorted().map { unit in
            var start = plain
            start.unit = unit
            return start
        }
        let institutes = (workflow.words["Agreement.itmo"] ?? []).sorted().map { itmo in
            var start = plain
            start.itmo = itmo
            return start
        }
        return ofBodies + ofDays + units + institutes
    }

    private func start(of parties: [String], _ all: Bool, unit: String?) -> SearchStart {
        var start = SearchStart(
            workflow: workflow.id, call: workflow.entry == .call ? "call1" : nil, unit: unit,
            parties: parties, dossier: dossier(all))
        if workflow.hasLabs, all { start.heads = cast.heads.filter { parties.contains($0.key) } }
        return start
    }

    private func dossier(_ all: Bool) -> [String: ScenarioValue] {
        let fields = workflow.dossier.filter { all || $0.required }
        return Dictionary(
            fields.map { ($0.name, $0.sample) }, uniquingKeysWith: { first, _ in first })
    }
}
