/// A value in the input of an act or in a dossier, as a scenario writes it.
package enum ScenarioValue: Sendable, Hashable {
    /// Removes the value where a dossier is edited.
    case null
    case text(String)
    case integer(Int64)
    case flag(Bool)
    case list([ScenarioValue])
    /// `$key`: the id of the person, organisation, document or call.
    case id(of: String)
    /// `$key.sha256`: the hash of the document.
    case sha256(of: String)
}
