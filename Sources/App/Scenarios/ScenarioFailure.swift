import Agreements
package import Definitions

/// A line of a scenario that did not come true.
package struct ScenarioFailure: Error, Sendable, CustomStringConvertible {
    package var place: Place
    package var message: String

    package var description: String { "\(place): \(message)" }
}

extension ScenarioFailure {
    init(_ refusal: Refusal, at place: Place) {
        self.init(place: place, message: "refused \(refusal.code): \(refusal.text.en)")
    }
}
