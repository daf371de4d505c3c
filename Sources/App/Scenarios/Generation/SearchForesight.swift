import Agreements
import Definitions
import Expressions
import Statechart

/// What conditions further on ask of what an act carries, where the act notes it in a variable.
///
/// The formulas that set the variables are put in their places, so that the logic of the gate finds what the acts have
/// to carry, several of them together where a condition reads what several set.
struct SearchForesight {
    private static let depthMax = 3
    private static let readingsMax = 8
    private static let inputsMax = 24

    /// An act that notes what it carries.
    private struct Source {
        /// The process and the label.
        var act: String
        var fields: [InputField]
        var formula: Formula
    }

    /// By process and label of an act.
    private(set) var inputs: [String: [SearchWitnesses.Input]] = [:]
    private let workflow: Workflow
    /// By variable.
    private var sources: [String: [Source]] = [:]
    private let environment = GuardEnvironment.environment(zone: .paris)

    init(_ workflow: Workflow, _ atlas: SearchAtlas) {
        self.workflow = workflow
        sources = atlas.setters.mapValues { setters in
            setters.flatMap { deed, value in Self.acts(of: deed, atlas).map { ($0, value) } }.map {
                act, value in
                Source(act: act.name, fields: act.fields, formula: value)
            }
        }
        guard sources.values.joined().contains(where: { $0.formula.reads("event") }) else { return }
        for chart in atlas.charts { read(chart.definition) }
    }

    /// The acts that do a deed: the one it stands on, or those that enter its state.
    private static func acts(
        of deed: SearchDeed, _ atlas: SearchAtlas
    ) -> [(name: String, fields: [InputField])] {
        let chart = atlas.charts[deed.chart]
        let ways =
            switch deed.place {
            case .way(let way): [way]
            case .state(let state): chart.entering[state]
            }
        return ways.compactMap { way in
            let name = chart.ways[way].name
            let label = String(name.dropFirst(chart.definition.name.count + 1))
            return chart.definition.transitions[label].map { (name, $0.input) }
        }
    }

    // MARK: Conditions

    private mutating func read(_ definition: ProcessDefinition) {
        let transitions = definition.chart.transitions
        for (index, transition) in transitions.enumerated() {
            let own = Self.conditions(of: transition)
            guard let label = transition.label, let event = definition.transitions[label]?.event else {
                continue
            }
            let before = transitions[..<index].filter { other in
                other.source == transition.source && other.label != nil
                    && definition.transitions[other.label ?? ""]?.event == event
            }.map(Self.conditions).filter { !$0.isEmpty }
            for reading in readings(of: own + before.joined()) {
                note(own.map(reading.rewrite), before.map { $0.map(reading.rewrite) }, reading)
            }
        }
    }

    private static func conditions(of transition: Transition<Guard>) -> [String] {
        transition.condition?.clauses.map(\.formula.source) ?? []
    }

    private mutating func note(_ own: [String], _ before: [[String]], _ reading: Reading) {
        let all = compile(own)
        let none = before.compactMap(compile)
        guard let all, none.count == before.count, !all.isEmpty || !none.isEmpty else { return }
        var knowledge = Knowledge(values: ["param": .object(workflow.parameters.mapValues(\.value))])
        for (name, carried) in reading.carried {
            knowledge.domains.paths["vars.\(name)"] = carried.field.domain(true)
        }
        for others in [none, []].uniqued(by: \.count) where !all.isEmpty || !others.isEmpty {
            let answer = GuardLogic.satisfiability(
                allOf: all.isEmpty ? [] : [all], noneOf: others, knowing: knowledge)
            guard case .yes(let witness) = answer else { continue }
            note(witness, reading)
            return
        }
    }

    private mutating func note(_ witness: [String: Value], _ reading: Reading) {
        var found: [String: SearchWitnesses.Input] = [:]
        for (name, carried) in reading.carried {
            if let value = witness["vars.\(name)"] {
                found[carried.act, default: [:]][carried.field.name] = value
            }
        }
        for (act, input) in found {
            guard !inputs[act, default: []].contains(input), inputs[act, default: []].count < Self.inputsMax
            else { continue }
            inputs[act, default: []].append(input)
        }
    }

    private func compile(_ sources: [String]) -> [Program]? {
        let programs = sources.compactMap { try? environment.compile($0) }
        return programs.count == sources.count ? programs : nil
    }

    // MARK: Variables as what was carried

    /// One way in which the variables that conditions read may have been set.
    fileprivate struct Reading {
        /// By the name that stands for it: a field of an act.
        var carried: [String: (act: String, field: InputField)] = [:]
        /// By variable: what it was set to.
        var values: [String: String] = [:]

        func rewrite(_ source: String) -> String {
            var source = source
            for variable in values.keys { source = source.replacing("has(vars.\(variable))", with: "true") }
            return source.replacingReads(of: "vars") { values[$0].map { "(\($0))" } }
        }
    }

    /// The ways to have set what these conditions read, those first that are found first.
    private func readings(of conditions: [String]) -> [Reading] {
        var names: Set<String> = []
        for condition in conditions {
            _ = condition.replacingReads(of: "vars") {
                names.insert($0)
                return nil
            }
        }
        let readings = names.sorted().reduce([Reading()]) { readings, name in
            let values = self.values(of: name, Self.depthMax)
            guard !values.isEmpty else { return readings }
            return Array(
                readings.flatMap { reading in values.map { reading.adding(name, $0) } }.prefix(
                    Self.readingsMax))
        }
        return readings.filter { !$0.carried.isEmpty }
    }

    /// What a variable may have been set to, in words of what acts carry.
    private func values(of variable: String, _ depth: Int) -> [Reading] {
        guard depth > 0 else { return [] }
        return (sources[variable] ?? []).prefix(Self.readingsMax).flatMap { source -> [Reading] in
            var own = Reading()
            let stem = source.act.map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined()
            let written = source.formula.source.replacingReads(of: "event") { name in
                guard let field = source.fields.first(where: { $0.name == name }) else { return nil }
                let stand = "carried_\(stem)_\(name)"
                own.carried[stand] = (source.act, field)
                return "vars.\(stand)"
            }
            var inner: Set<String> = []
            _ = source.formula.source.replacingReads(of: "vars") {
                inner.insert($0)
                return nil
            }
            inner.remove(variable)
            let readings = inner.sorted().reduce([own]) { readings, name in
                let values = self.values(of: name, depth - 1)
                guard !values.isEmpty else { return readings }
                return Array(
                    readings.flatMap { reading in values.map { reading.adding(name, $0) } }
                        .prefix(Self.readingsMax))
            }
            return readings.map { reading in
                Reading(carried: reading.carried, values: [variable: reading.rewrite(written)])
            }
        }
    }
}

extension SearchForesight.Reading {
    /// With one more variable.
    fileprivate func adding(_ name: String, _ other: Self) -> Self {
        var reading = self
        reading.carried.merge(other.carried) { first, _ in first }
        reading.values[name] = other.values[name]
        return reading
    }
}

extension String {
    /// With each `root.name` outside quotes as `replacement` says; nil leaves it.
    fileprivate func replacingReads(of root: String, _ replacement: (String) -> String?) -> String {
        var result = ""
        var rest = self[...]
        var quote: Character?
        while let character = rest.first {
            let isFree =
                quote == nil
                && !(result.last.map { $0.isLetter || $0.isNumber || "_.".contains($0) } ?? false)
            if isFree, rest.hasPrefix("\(root).") {
                let name = rest.dropFirst(root.count + 1).prefix { $0.isLetter || $0.isNumber || $0 == "_" }
                let whole = "\(root).\(name)"
                result += replacement(String(name)) ?? whole
                rest = rest.dropFirst(whole.count)
                continue
            }
            if character == "'" || character == "\"" {
                quote = quote == nil ? character : quote == character ? nil : quote
            }
            result.append(character)
            rest = rest.dropFirst()
        }
        return result
    }
}

extension Array {
    fileprivate func uniqued(by key: (Element) -> Int) -> [Element] {
        var known: Set<Int> = []
        return filter { known.insert(key($0)).inserted }
    }
}
