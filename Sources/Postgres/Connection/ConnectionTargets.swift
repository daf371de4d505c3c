/// The hosts of a libpq string as separate attempts, so that each has a time limit of its own.
///
/// libpq's non-blocking connect cannot be told to give up one silent host and go on to the next. Splitting the list
/// keeps its order and its meaning; `prefer-standby` becomes a round for standbys and a round for any server.
struct ConnectionTargets {
    /// The parameters of each attempt, in order.
    let attempts: [[(String, String)]]

    /// - Throws: ``PostgresError`` of kind `misuse` when libpq cannot read the string.
    init(_ configuration: ConnectionConfiguration) throws(PostgresError) {
        var parameters = try PQConnectionString.parse(configuration.string)
        let environment = PQConnectionString.defaults()
        for (keyword, value) in Self.defaults(configuration) where parameters[keyword] == nil {
            parameters[keyword] = environment[keyword] ?? value
        }
        parameters["client_encoding"] = "UTF8"
        let hosts = try Self.hosts(parameters, environment)
        attempts = Self.rounds(parameters, environment).flatMap { round in
            hosts.map { host in parameters.merging(round) { $1 }.merging(host) { $1 }.map { ($0, $1) } }
        }
    }

    /// The limit of one attempt: the string's own `connect_timeout`, else the configuration's.
    static func timeLimit(_ parameters: [(String, String)], _ configuration: ConnectionConfiguration)
        -> Duration
    {
        let stated = parameters.first { $0.0 == "connect_timeout" }.flatMap { Int($0.1) } ?? 0
        return stated > 0 ? .seconds(stated) : configuration.connectTimeLimit
    }

    private static func defaults(_ configuration: ConnectionConfiguration) -> [String: String] {
        let seconds = max(1, configuration.networkTimeLimit.components.seconds)
        return [
            "application_name": configuration.applicationName,
            "keepalives": "1",
            "keepalives_idle": "\(max(1, seconds * 2 / 5))",
            "keepalives_interval": "1",
            "keepalives_count": "\(max(1, seconds * 3 / 5))",
            "tcp_user_timeout": "\(seconds * 1000)",
        ]
    }

    private static func rounds(
        _ parameters: [String: String], _ environment: [String: String]
    ) -> [[String: String]] {
        let attribute = parameters["target_session_attrs"] ?? environment["target_session_attrs"]
        guard attribute == "prefer-standby" else { return [[:]] }
        return ["standby", "any"].map { ["target_session_attrs": $0] }
    }

    private static func hosts(
        _ parameters: [String: String], _ environment: [String: String]
    ) throws(PostgresError) -> [[String: String]] {
        func list(_ keyword: String) -> [String] {
            let value = parameters[keyword] ?? environment[keyword] ?? ""
            return value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let (names, addresses, ports) = (list("host"), list("hostaddr"), list("port"))
        let count = max(names.count, addresses.count)
        guard count > 1 else { return [[:]] }
        guard [1, count].contains(ports.count),
            names.count <= 1 || addresses.count <= 1 || names.count == addresses.count
        else {
            throw PostgresError(.misuse("the connection string lists unequal numbers of hosts and ports"))
        }
        return (0..<count).map { index in
            var host: [String: String] = ["port": ports.count == count ? ports[index] : ports.first ?? ""]
            if names.count == count { host["host"] = names[index] }
            if addresses.count == count { host["hostaddr"] = addresses[index] }
            return host
        }
    }
}
