import ArgumentParser

/// The options that every command takes.
struct GlobalOptions: ParsableArguments {
    @Flag(help: "Answer in JSON.")
    var json = false

    @Option(help: "The folder of the installation (ENTENTE_HOME).")
    var home: String?
}
