import Agreements
import Engine
import Storage

extension CommandDesk {
    /// The reviewers who left, and whom every file that is kept names as no more than that, long enough ago.
    ///
    /// It reads the events of the files that name them.
    func forgettableReviewers(_ rules: [RetentionRule], _ today: Day) async throws -> [Person.ID] {
        guard rules.contains(where: \.isOfReviews) else { return [] }
        var people: [Person.ID] = []
        for person in try await catalogue.leftReviewers() {
            let files = try await catalogue.files(naming: person)
            var isKept = false
            for file in files where !isKept {
                isKept = try await keeps(file, person, rules, today)
            }
            if !isKept { people.append(person) }
        }
        return people
    }

    /// Whether a file keeps somebody's name: it goes on or holds something, and names them otherwise than as its reviewer,
    /// or its reviews are kept still.
    func keeps(
        _ file: Agreement.ID, _ person: Person.ID, _ rules: [RetentionRule], _ today: Day
    ) async throws -> Bool {
        guard try await keptName(of: file) != nil else { return false }
        guard let kept = try await kept(file, rules), !kept.agreement.isHeld else { return true }
        let reviews = rules.filter(\.isOfReviews)
        let codes = reviews.map(\.code)
        let isDue = reviews.allSatisfy { kept.closedOn.adding($0.period, calendar: .france) <= today }
        guard isDue, !kept.items.contains(where: { codes.contains($0.rule.code) }) else { return true }
        let matters = Set(reviews.flatMap(\.what))
        return try await catalogue.history(of: file.description).contains { event in
            let process = kept.agreement.processes[event.process]?.definition ?? ""
            let isReview = matters.contains(.process(process)) || matters.contains(.act(event.type))
            return !isReview && event.holds(person)
        }
    }
}

extension RetentionRule {
    /// Whether it is for what some processes or acts recorded, such as reviews.
    fileprivate var isOfReviews: Bool {
        !what.isEmpty
            && what.allSatisfy {
                switch $0 {
                case .process, .act: true
                case .signedFile, .unsignedFile, .mail, .access: false
                }
            }
    }
}

extension Event {
    /// Whether somebody acts in it, or has another part than that of an expert who is assigned or spoken of.
    fileprivate func holds(_ person: Person.ID) -> Bool {
        authority.actor == person.description || authority.onBehalfOf == person
            || payload.recorded?.person == person
            || payload.changes.contains { $0.holds(person) }
    }
}

extension Change {
    fileprivate func holds(_ person: Person.ID) -> Bool {
        switch self {
        case .roleAssigned(let assignment): assignment.person == person && assignment.role != "EXP"
        case .labJoined(let lab): lab.head == person
        case .signed(let signature): signature.person == person
        case .did(_, let doer): doer == person
        case .passedOn(_, _, let giver, let taker): [giver, taker].contains(person)
        default: false
        }
    }
}
