import ArgumentParser

/// Who acts.
struct ActorOptions: ParsableArguments {
    @Option(
        name: .customLong("as"),
        help: "Who acts: id, mail address or operating-system user; in a real database only yourself.")
    var actor: String?
}
