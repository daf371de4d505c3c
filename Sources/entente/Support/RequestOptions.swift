import ArgumentParser

/// Under which id a command is sent.
struct RequestOptions: ParsableArguments {
    @Option(name: .customLong("request-id"), help: "Makes a repeated command happen once.")
    var id: String?
}
