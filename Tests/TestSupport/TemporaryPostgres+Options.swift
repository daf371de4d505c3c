extension TemporaryPostgres {
    /// What differs from one temporary server to another.
    package struct Options: Sendable {
        /// Whether it listens on 127.0.0.1 too, with SCRAM passwords.
        package var tcp = false

        /// Whether connections over TCP may, and must, use TLS; the certificate is made when the server starts.
        package var tls = false

        /// Whether data reaches the disk before a commit returns; off by default, for speed.
        package var fsync = false

        /// Further settings of `postgresql.conf`.
        package var settings: [String: String] = [:]

        package init() {}
    }

    var settings: [String: String] {
        var all = [
            "unix_socket_directories": folder.socketFolder, "port": "\(port)",
            "listen_addresses": options.tcp ? "127.0.0.1" : "", "fsync": options.fsync ? "on" : "off",
            "full_page_writes": options.fsync ? "on" : "off", "track_commit_timestamp": "on",
            "shared_buffers": "32MB", "max_connections": "500", "lc_messages": "C",
            "password_encryption": "scram-sha-256", "log_min_messages": "warning",
            // As in the product.
            "jit": "off",
            // Hundreds of databases that live for seconds: nothing is worth vacuuming, and a checkpoint would
            // write out what is gone by then.
            "autovacuum": "off", "checkpoint_timeout": "1h", "max_wal_size": "4GB",
        ]
        if options.tls {
            all["ssl"] = "on"
            all["ssl_cert_file"] = folder.certificate
            all["ssl_key_file"] = folder.path + "/server.key"
        }
        return all.merging(options.settings) { $1 }
    }
}
