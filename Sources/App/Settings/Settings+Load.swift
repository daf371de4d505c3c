import Logging
import Web

extension Settings {
    /// Reads command line, environment and file, in that order of weight.
    ///
    /// - Parameters:
    ///   - environment: The process environment.
    ///   - commandLine: Values of options, under the names of ``SettingKey``; never a secret.
    ///   - workingFolder: Absolute: paths that are not absolute start there.
    ///   - isServer: Whether this process will serve; the links of another lead to the server that runs in the home,
    ///     where no address is set.
    /// - Throws: ``SettingsFault`` with every finding at once.
    package static func load(
        environment: [String: String], commandLine: [String: String] = [:], workingFolder: String,
        isServer: Bool = false
    ) throws(SettingsFault) -> Settings {
        let root = CheckoutFinder.root(from: workingFolder)
        let home =
            absolute(commandLine[SettingKey.home.name] ?? environment[SettingKey.home.name], workingFolder)
            ?? "\(root)/\(SettingKey.home.standard)"
        let named = absolute(environment[SettingKey.config.name], workingFolder)
        let file = SettingsFile.load(path: named ?? "\(home)/entente.conf")
        var reader = SettingsReader(.init(commandLine: commandLine, environment: environment, file: file))
        if let named, file == nil { reader.add(.config, "there is no such file: \(named)") }
        reader.checkFile(file)
        let settings = reader.settings(
            home: home, root: root, workingFolder: workingFolder,
            server: isServer ? nil : ServeLock.address(in: home))
        guard reader.findings.isEmpty else { throw SettingsFault(findings: reader.findings) }
        return settings
    }

    private static func absolute(_ path: String?, _ folder: String) -> String? {
        guard let path, !path.isEmpty else { return nil }
        return path.hasPrefix("/") ? path : "\(folder)/\(path)"
    }
}

extension SettingsReader {
    fileprivate mutating func checkFile(_ file: SettingsFile?) {
        guard let file else { return }
        for key in [SettingKey.home, .config] where file.values[key.name] != nil {
            add(key, "belongs in the environment: it decides which file is read")
        }
        let secrets = SettingKey.all.filter { $0.isSecret && file.values[$0.name] != nil }
        if let first = secrets.first, !SecretFile.isClosed(file.path) {
            add(first, "others can read the file: chmod 600 \(file.path)")
        }
    }

    /// - Parameter server: where the server of this home is reached; nil when none runs.
    fileprivate mutating func settings(
        home: String, root: String, workingFolder: String, server: String?
    ) -> Settings {
        let http = Settings.HTTP(
            host: text(.httpHost, SettingsCheck.host), port: integer(.httpPort, in: 0...65_535),
            proxies: SettingsCheck.list(optional(.proxies, SettingsCheck.proxies) ?? ""))
        let outbox = path(.outbox, else: "\(home)/outbox", in: workingFolder)
        let delivery = delivery(outbox: outbox, workingFolder: workingFolder)
        return Settings(
            home: home, database: database(),
            workflowsFolder: path(
                .workflows, else: "\(root)/\(SettingKey.workflows.standard)", in: workingFolder),
            institution: institution(base: server ?? "http://127.0.0.1:\(http.port)", delivery: delivery),
            delivery: delivery,
            outboxFolder: outbox, digests: choice(.digests, else: Settings.Digests.real), http: http,
            scanner: scanner(),
            pools: .init(
                app: integer(.poolApp, in: 1...100), engine: integer(.poolEngine, in: 1...100),
                worker: integer(.poolWorker, in: 1...100)),
            linkKeyFile: path(.linkKeyFile, else: "\(home)/link.key", in: workingFolder),
            logLevel: choice(.logLevel, else: Logger.Level.warning))
    }

    private mutating func scanner() -> ClamdScanner.Address? {
        optional(.scanner) { SettingsCheck.scanner($0) == nil ? SettingsCheck.scannerForm : nil }
            .flatMap(SettingsCheck.scanner)
    }

    private mutating func database() -> Settings.Database {
        guard let serving = sources.value(of: .databaseURL) else {
            if isSet(.databaseOwnerURL) { add(.databaseOwnerURL, "has no meaning without DATABASE_URL") }
            return .own
        }
        return .given(
            serving: Secret(serving), owner: Secret(sources.value(of: .databaseOwnerURL) ?? serving))
    }

    /// - Parameter base: where links lead when nothing else is set.
    private mutating func institution(
        base: String, delivery: Settings.Delivery
    ) -> Settings.Institution {
        let institution = Settings.Institution(
            id: text(.institutionID, SettingsCheck.institution), name: text(.institutionName),
            contactAddress: text(.contactAddress, SettingsCheck.address),
            senderAddress: text(.senderAddress, SettingsCheck.address),
            baseURL: text(.baseURL, else: base, SettingsCheck.baseURL),
            zone: text(.zone, SettingsCheck.zone))
        guard case .smtp(let smtp) = delivery, !SettingsCheck.isLoopback(smtp.host) else {
            return institution
        }
        for (key, address) in [
            (SettingKey.contactAddress, institution.contactAddress),
            (.senderAddress, institution.senderAddress),
        ] where SettingsCheck.isExample(address) {
            add(key, "\(address) is an example: mails leave this machine, so give the office's own address")
        }
        return institution
    }

    private mutating func delivery(outbox: String, workingFolder: String) -> Settings.Delivery {
        guard let host = optional(.smtpHost, SettingsCheck.host) else {
            for key in SettingKey.smtpDetails where isSet(key) && !isSet(.smtpHost) {
                add(key, "has no meaning without ENTENTE_SMTP_HOST")
            }
            return .outbox(folder: outbox)
        }
        let security = choice(.smtpSecurity, else: Settings.SMTP.Security.starttls)
        if security == .none && !SettingsCheck.isLoopback(host) {
            add(.smtpSecurity, "`none` is for a server on this machine, and \(host) is another")
        }
        return .smtp(
            .init(
                host: host, port: integer(.smtpPort, in: 1...65_535), security: security,
                login: login(workingFolder: workingFolder), caFile: caFile(workingFolder: workingFolder),
                connectLimit: seconds(.smtpConnectSeconds, in: 1...600),
                totalLimit: seconds(.smtpTotalSeconds, in: 1...3600)))
    }

    private mutating func login(workingFolder: String) -> Settings.SMTP.Login? {
        let password = secret(.smtpPassword, file: .smtpPasswordFile, in: workingFolder)
        guard let user = optional(.smtpUser) else {
            if password != nil { add(.smtpUser, "is missing: a password is set") }
            return nil
        }
        guard let password else {
            if !isSet(.smtpPasswordFile) { add(.smtpUser, "has no password: set ENTENTE_SMTP_PASSWORD_FILE") }
            return nil
        }
        return .init(user: user, password: password)
    }

    private mutating func caFile(workingFolder: String) -> String? {
        guard isSet(.smtpCAFile) else { return nil }
        let path = path(.smtpCAFile, else: "", in: workingFolder)
        if Folders.text(of: path, last: 1)?.isEmpty != false { add(.smtpCAFile, "cannot be read: \(path)") }
        return path
    }
}
