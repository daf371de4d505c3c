import Agreements
import Engine

@testable import App

extension MemoryWorld {
    init(folder: ScenarioFolder, start: Instant) throws {
        self.init(library: try folder.library(), start: start)
    }

    /// The events of every agreement, a line each: what a failing scenario shows.
    var trail: String {
        institution.read { state in
            state.events.values.flatMap(\.self).map { event in
                "\(event.seq) \(event.at) \(event.process) \(event.type) \(event.authority.actor.prefix(14)) -> \(event.toState)"
                    + (event.payload.notices.isEmpty ? "" : " \(event.payload.notices.map(\.notice))")
            }.joined(separator: "\n")
        }
    }

    /// Whether nobody is owed the same notice of the same entry of a state twice: the database's constraint.
    var owesOnce: Bool {
        institution.read { state in
            state.events.values.allSatisfy { events in
                let keys = events.flatMap(\.payload.notices).map { owed -> OwedNotice in
                    var key = owed
                    (key.due, key.copied) = (nil, false)
                    return key
                }
                return Set(keys).count == keys.count
            }
        }
    }

    /// Whether folding the events again gives each agreement as it is kept.
    var refoldsEqually: Bool {
        institution.read { state in
            state.agreements.allSatisfy { id, kept in
                var agreement = Agreement(
                    id: id, workflow: kept.workflow, version: kept.version, instrument: kept.instrument,
                    headHash: Event.genesis(stream: id.description, institution: state.facts.institution))
                for event in state.events[id] ?? [] { agreement.apply(event) }
                return agreement == kept
            }
        }
    }
}
