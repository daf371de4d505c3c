package import Agreements

extension Facts {
    /// The changes that bring an empty register to these facts, in an order that its rules accept.
    package var registerChanges: [RegisterChange] {
        organisations.values.sorted { $0.id < $1.id }.map { .organisationAdded(organisation: $0) }
            + people.values.sorted { $0.id < $1.id }.map { .personAdded(person: $0) }
            + grants.map { .granted(grant: $0) } + delegations.map { .delegated(delegation: $0) }
            + calls.values.map { .callOpened(call: $0) } + measures.map { .measureSet(measure: $0) }
    }
}
