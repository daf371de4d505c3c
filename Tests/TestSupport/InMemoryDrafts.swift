package import Agreements
package import Engine
import Synchronization

/// Forms that were begun, in memory; each save is a second later than the one before.
package final class InMemoryDrafts: DraftStore {
    private struct State {
        var now: Int64 = 1_465_900_000_000
        var forms: [Person.ID: [String: SavedForm]] = [:]
    }

    private let state = Mutex(State())

    package init() {}

    /// The forms of a person whose name begins with `prefix`, the last saved first.
    package func forms(_ prefix: String, of person: Person.ID) async throws -> [SavedForm] {
        state.withLock { state in
            (state.forms[person] ?? [:]).values.filter { $0.name.hasPrefix(prefix) }
                .sorted { $0.savedAt > $1.savedAt }
        }
    }

    /// One form; nil where there is none.
    package func form(_ name: String, of person: Person.ID) async throws -> SavedForm? {
        state.withLock { $0.forms[person]?[name] }
    }

    /// Keeps a form in place of what was kept under its name; false when a new one would be one too many.
    package func save(_ values: FormValues, as name: String, of person: Person.ID) async throws -> Bool {
        state.withLock { state in
            var own = state.forms[person] ?? [:]
            guard own[name] != nil || own.count < SavedForm.countMax else { return false }
            state.now += 1_000
            own[name] = SavedForm(
                name: name, values: values, savedAt: Instant(millisecondsSinceEpoch: state.now))
            state.forms[person] = own
            return true
        }
    }

    /// Keeps `new` in place of `old`; false where something else, or nothing, is kept under the name by now.
    package func replace(
        _ old: FormValues, by new: FormValues, as name: String, of person: Person.ID
    ) async throws -> Bool {
        state.withLock { state in
            guard state.forms[person]?[name]?.values == old else { return false }
            state.now += 1_000
            state.forms[person]?[name] = SavedForm(
                name: name, values: new, savedAt: Instant(millisecondsSinceEpoch: state.now))
            return true
        }
    }

    /// Forgets a form, if it is there.
    package func discard(_ name: String, of person: Person.ID) async throws {
        state.withLock { $0.forms[person]?[name] = nil }
    }
}
