import Agreements
import Engine
import Storage
import Web

/// Enters what a form of the register was sent, by the use cases that the command line has, too.
struct RegisterClerk {
    let desk: CommandDesk
    let request: EntryRequest

    private var id: String { request.about ?? "" }
    private var requestID: String { request.requestID }

    private func value(_ name: String) -> String? { request.values[name] }
    private func given(_ name: String) -> String { request.values[name] ?? "" }
    private func several(_ name: String) -> [String] {
        given(name).split { $0 == "," || $0.isWhitespace }.map(String.init)
    }

    /// - Throws: ``WrongUsage`` named as the field; ``Refusal``.
    func enter() async throws -> EntryOutcome {
        switch request.entry {
        case .person, .organisation, .grant, .absence: try await enterSomebody()
        case .invitation, .departure, .city, .grantEnd, .delegationEnd, .absenceEnd:
            try await changeSomebody()
        case .measure, .measureEnd, .call, .callExtension, .succession, .successionEnd:
            try await enterMatter()
        case .subscription, .subscriptionEnd: try await changeSubscription()
        case .reference, .referenceChange, .referenceEnd, .contact: try await changeLists()
        }
    }

    private func enterSomebody() async throws -> EntryOutcome {
        switch request.entry {
        case .person:
            let person = NewPerson(
                name: given("name"), email: given("email"), organisation: value("organisation"),
                unit: value("unit"), language: value("language").flatMap(Language.init(rawValue:)),
                operatingSystemUser: nil)
            _ = try await desk.add(person, as: nil, requestID: requestID)
        case .organisation:
            let party = Party(
                id: given("id"), name: given("name"), city: value("city"),
                country: given("country").uppercased(), kind: Party.Kind(rawValue: given("kind")) ?? .other,
                home: false)
            try await desk.add(party, as: nil, requestID: requestID)
        case .grant:
            _ = try await desk.grant(
                given("role"), to: given("person"), scope: given("scope"), from: value("from"),
                until: value("until"), as: nil, requestID: requestID)
        default:
            let (_, gaps) = try await desk.add(
                absenceOf: given("person"), from: given("from"), until: given("until"), as: nil,
                requestID: requestID)
            return lacking(gaps)
        }
        return EntryOutcome()
    }

    private func changeSomebody() async throws -> EntryOutcome {
        switch request.entry {
        case .invitation: return EntryOutcome(address: try await desk.invite(id, as: nil).url)
        case .city:
            try await desk.locate(id, in: given("city"), as: nil, requestID: requestID)
            return EntryOutcome()
        case .departure:
            return lacking(try await desk.disable(person: id, as: nil, requestID: requestID))
        case .grantEnd:
            return lacking(
                try await desk.end(grant: id, until: value("until"), as: nil, requestID: requestID))
        case .delegationEnd:
            return lacking(
                try await desk.revoke(delegation: id, at: value("at"), as: nil, requestID: requestID))
        default:
            _ = try await desk.end(absence: id, until: value("until"), as: nil, requestID: requestID)
            return EntryOutcome()
        }
    }

    private func enterMatter() async throws -> EntryOutcome {
        switch request.entry {
        case .measure:
            let measure = NewMeasure(
                target: given("target"), kind: Measure.Kind(rawValue: given("kind")) ?? .screen,
                from: value("from"), until: value("until"), legalReference: given("reference"),
                exempt: several("exempt"))
            _ = try await desk.set(measure, as: nil, requestID: requestID)
        case .measureEnd:
            _ = try await desk.end(measure: id, until: value("until"), as: nil, requestID: requestID)
        case .call:
            _ = try await desk.open(
                instruments: several("instruments"), year: Int(given("year").filter(\.isNumber)) ?? 0,
                opens: given("opens"),
                closes: given("closes"), ranking: value("ranking"), as: nil, requestID: requestID)
        case .callExtension:
            _ = try await desk.extend(id, to: given("closes"), as: nil, requestID: requestID)
        case .successionEnd:
            // Its scope is its id, such as `unit:U1151`.
            let kind = id.prefix { $0 != ":" }
            _ = try await desk.undo(
                successionOf: String(id.dropFirst(kind.count + 1)),
                kind: Succession.Kind(rawValue: String(kind)) ?? .unit, as: nil, requestID: requestID)
        default:
            _ = try await desk.add(
                successionOf: given("from"), into: given("into"),
                kind: Succession.Kind(rawValue: given("kind")) ?? .unit, on: value("on"), as: nil,
                requestID: requestID)
        }
        return EntryOutcome()
    }

    private func changeSubscription() async throws -> EntryOutcome {
        if request.entry == .subscription {
            _ = try await desk.subscribe(
                given("person"), to: several("instruments"), as: nil, requestID: requestID)
        } else {
            _ = try await desk.unsubscribe(
                id, from: value("instruments").map { _ in several("instruments") }, as: nil,
                requestID: requestID)
        }
        return EntryOutcome()
    }

    private func changeLists() async throws -> EntryOutcome {
        switch request.entry {
        case .contact: _ = try await desk.enter(contact: given("address"), as: nil)
        case .referenceEnd:
            guard let key = ReferenceRow.Key(id) else { return EntryOutcome() }
            try await desk.end(reference: key, on: value("until"), as: nil)
        default:
            let typed = ReferenceRow.Key(
                list: ReferenceRow.List(rawValue: given("list")) ?? .itmo, code: given("code"),
                member: value("member")?.uppercased())
            let new = NewReference(
                ReferenceRow.Key(id) ?? typed, name: LocalizedText(fr: given("fr"), en: given("en")),
                successors: several("successors"), period: value("period"), fate: value("fate"),
                from: value("from"), until: value("until"))
            _ = try await desk.enter(new, as: nil)
        }
        return EntryOutcome()
    }

    private func lacking(_ gaps: [StaffingGap]) -> EntryOutcome {
        EntryOutcome(lacking: Set(gaps.map { $0.reference ?? $0.agreement.description }).sorted())
    }
}
