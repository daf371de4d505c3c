package import Agreements

/// Where forms are kept that somebody began and did not send; each person finds only their own.
package protocol DraftStore: Sendable {
    /// The forms of a person whose name begins with `prefix`, the last saved first, at most ``SavedForm/countMax``.
    func forms(_ prefix: String, of person: Person.ID) async throws -> [SavedForm]
    /// One form; nil where there is none.
    func form(_ name: String, of person: Person.ID) async throws -> SavedForm?
    /// Keeps a form in place of what was kept under its name; false when a new one would be one too many.
    func save(_ values: FormValues, as name: String, of person: Person.ID) async throws -> Bool
    /// Keeps `new` in place of `old`; false where something else, or nothing, is kept under the name by now.
    func replace(_ old: FormValues, by new: FormValues, as name: String, of person: Person.ID) async throws
        -> Bool
    /// Forgets a form, if it is there.
    func discard(_ name: String, of person: Person.ID) async throws
}

/// What was typed or chosen, by name of the field.
package typealias FormValues = [String: [String]]

/// A form as it was kept.
package struct SavedForm: Sendable, Hashable {
    /// How many one person may keep.
    package static let countMax = 50

    /// At most 200 characters.
    package var name: String
    package var values: FormValues
    /// Legal time.
    package var savedAt: Instant

    package init(name: String, values: FormValues, savedAt: Instant) {
        self.name = name
        self.values = values
        self.savedAt = savedAt
    }
}
