extension SettingKey {
    static let databaseURL = SettingKey(
        "DATABASE_URL", "", "libpq string of the serving login; without it Entente brings up its own cluster",
        isSecret: true)
    static let databaseOwnerURL = SettingKey(
        "DATABASE_OWNER_URL", "", "libpq string of the owner, for `migrate`; without it `DATABASE_URL`",
        isSecret: true)
    static let home = SettingKey(
        "ENTENTE_HOME", ".entente", "folder of the own cluster, the outbox and the key; not in `entente.conf`"
    )
    static let config = SettingKey(
        "ENTENTE_CONFIG", "entente.conf in ENTENTE_HOME", "file with these settings; not in `entente.conf`")
    static let workflows = SettingKey("ENTENTE_WORKFLOWS", "Workflows", "folder of the definitions")
    static let institutionID = SettingKey(
        "ENTENTE_INSTITUTION_ID", "inserm",
        "short name of the institution, part of every hash: never change it later")
    static let institutionName = SettingKey(
        "ENTENTE_INSTITUTION_NAME", "Inserm",
        "its name in mails and pages; a change holds from the next `serve` or `migrate` on")
    static let contactAddress = SettingKey(
        "ENTENTE_CONTACT_ADDRESS", "contact@entente.example",
        "the office: Reply-To of every mail, copy of each notice; what is entered by `entente contact` or a page "
            + "holds until this changes")
    static let senderAddress = SettingKey(
        "ENTENTE_SENDER_ADDRESS", "entente@entente.example", "From of every mail")
    static let baseURL = SettingKey(
        "ENTENTE_BASE_URL", "http://127.0.0.1:8080",
        "address of the pages and of links in mails, https beyond this machine; `serve` answers to its host")
    static let zone = SettingKey("ENTENTE_ZONE", "Europe/Paris", "zone of legal dates and closing hours")
    static let outbox = SettingKey(
        "ENTENTE_OUTBOX", "outbox in ENTENTE_HOME", "folder for mails as long as no SMTP server is set")
    static let smtpHost = SettingKey(
        "ENTENTE_SMTP_HOST", "", "SMTP server; without it mails go to the outbox")
    static let smtpPort = SettingKey("ENTENTE_SMTP_PORT", "587", "its port")
    static let smtpSecurity = SettingKey(
        "ENTENTE_SMTP_SECURITY", "starttls", "`starttls`, `tls`, or `none` (on this machine only)")
    static let smtpUser = SettingKey("ENTENTE_SMTP_USER", "", "login name at the SMTP server")
    static let smtpPassword = SettingKey("ENTENTE_SMTP_PASSWORD", "", "its password", isSecret: true)
    static let smtpPasswordFile = SettingKey(
        "ENTENTE_SMTP_PASSWORD_FILE", "", "file that holds the password, readable by its owner only")
    static let smtpCAFile = SettingKey(
        "ENTENTE_SMTP_CA_FILE", "", "certificates to trust instead of the system's (PEM)")
    static let smtpConnectSeconds = SettingKey(
        "ENTENTE_SMTP_CONNECT_SECONDS", "15", "time limit to reach the server, its greeting included")
    static let smtpTotalSeconds = SettingKey("ENTENTE_SMTP_TOTAL_SECONDS", "120", "time limit for one mail")
    static let digests = SettingKey(
        "ENTENTE_DIGESTS", "real",
        "daily summaries by mail: `real` (not while time is simulated), `always` or `never`")
    static let httpHost = SettingKey("ENTENTE_HTTP_HOST", "127.0.0.1", "address that `serve` listens on")
    static let httpPort = SettingKey("ENTENTE_HTTP_PORT", "8080", "its port; `serve --port` goes before it")
    static let proxies = SettingKey(
        "ENTENTE_PROXIES", "",
        "addresses of proxies, with commas: only they may tell where a request came from")
    static let scanner = SettingKey(
        "ENTENTE_SCANNER", "",
        "ClamAV's daemon on this machine, a socket like `/run/clamav/clamd.ctl` or `127.0.0.1:3310`; without it files "
            + "that are uploaded are not scanned for viruses")
    static let poolApp = SettingKey("ENTENTE_POOL_APP", "6", "database connections for reading")
    static let poolEngine = SettingKey("ENTENTE_POOL_ENGINE", "4", "database connections for acts")
    static let poolWorker = SettingKey(
        "ENTENTE_POOL_WORKER", "4", "database connections for timers and mails")
    static let linkKeyFile = SettingKey(
        "ENTENTE_LINK_KEY_FILE", "link.key in ENTENTE_HOME",
        "key of the links in mails; made at the first start")
    static let logLevel = SettingKey(
        "ENTENTE_LOG_LEVEL", "warning",
        "of `serve` and `work`: `trace`, `debug`, `info`, `notice`, `warning`, `error` or `critical`")

    /// Every setting, in the order of the table in the README.
    package static let all: [SettingKey] = [
        databaseURL, databaseOwnerURL, home, config, workflows, institutionID, institutionName,
        contactAddress,
        senderAddress, baseURL, zone, httpHost, httpPort, proxies, scanner, outbox, digests, smtpHost,
        smtpPort,
        smtpSecurity,
        smtpUser,
        smtpPassword, smtpPasswordFile, smtpCAFile, smtpConnectSeconds, smtpTotalSeconds, poolApp, poolEngine,
        poolWorker, linkKeyFile, logLevel,
    ]

    static let smtpDetails = [
        smtpPort, smtpSecurity, smtpUser, smtpPassword, smtpPasswordFile, smtpCAFile, smtpConnectSeconds,
        smtpTotalSeconds,
    ]

    /// Names that the tests of this project read; the product leaves them alone.
    static let testNames: Set<String> = ["ENTENTE_SHARED", "ENTENTE_SEED", "ENTENTE_FAST"]
    static let testPrefix = "ENTENTE_TEST_"
}
