/// The events that the engine gives to processes of its own accord.
enum DomainEvents {
    static let names: Set<String> = [
        "start", "call.extended", "call.opened", "dossier.changed", "text.changed", "document.added",
        "measures.changed", "parties.changed",
    ]
}
