package import Agreements
import Engine
import Storage

extension CommandDesk {
    /// Sets a measure, and tells the agreements that it concerns.
    package func set(_ new: NewMeasure, as actor: String?, requestID: String? = nil) async throws -> Measure {
        guard (1...300).contains(new.legalReference.count), !new.legalReference.contains(where: \.isNewline)
        else { throw WrongUsage("--reference", "one line of 1 to 300 characters") }
        if new.target.contains(where: \.isLowercase) { try await check(organisation: new.target) }
        let request = request(requestID, as: actor)
        let start = try await instant(new.from, "--from")
        var measure = Measure(
            id: request.identifier("measure"), target: new.target, kind: new.kind, from: start.asked,
            until: try new.until.map { try times.instant($0, "--until") },
            legalReference: new.legalReference,
            exempt: nil)
        if !new.exempt.isEmpty { measure.exempt = [] }
        for text in new.exempt { measure.exempt?.append(try await named(try Self.scope(text, "--exempt"))) }
        let asked = RegisterChange.measureSet(measure: measure)
        measure.from = start.meant
        try await change(.measureSet(measure: measure), request, asked: asked) {
            for scope in measure.exempt ?? [] { try await check(known: scope) }
        }
        return try await catalogue.measures().first { $0.id == measure.id } ?? measure
    }

    /// Ends a measure at `until` (now when nil), and tells the agreements that it concerned.
    ///
    /// Not optimised, as ``end(grant:until:as:)``, whose form it has.
    @_optimize(none)
    package func end(
        measure text: String, until: String?, as actor: String?, requestID: String? = nil
    ) async throws -> Measure {
        let known = try await catalogue.measures()
        guard var measure = known.first(where: { $0.id.description == text }) else {
            throw Refusal.desk(
                "no_such_measure", fr: "Aucune mesure ne porte cet identifiant (`entente measure list`).",
                en: "No measure has this id (`entente measure list`).")
        }
        let end = try await instant(until, "--until")
        try await change(
            .measureEnded(measure: measure.id, until: end.meant), request(requestID, as: actor),
            asked: .measureEnded(measure: measure.id, until: end.asked))
        measure.until = end.meant
        return measure
    }
}
