package import Logging

extension Settings {
    /// Writes to standard error, from ``logLevel`` on: for what runs until it is stopped.
    package var logger: Logger {
        var logger = Logger(label: "entente") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = logLevel
        return logger
    }
}
