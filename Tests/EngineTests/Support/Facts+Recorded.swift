import Agreements
import Engine
import TestSupport

extension Facts {
    /// The register as a history tells it, recorded on the day on which the call opened.
    var recorded: [RegisterFact] {
        registerChanges.map { RegisterFact(at: House.instant("2016-03-01T00:00"), change: $0) }
    }
}
