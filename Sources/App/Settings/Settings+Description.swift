extension Settings: CustomStringConvertible {
    /// One line a setting, for the log at the start; secrets are masked.
    package var description: String {
        var lines = ["home: \(home)", "workflows: \(workflowsFolder)", "http: \(http.host):\(http.port)"]
        lines.append(
            "institution: \(institution.id) (\(institution.zone)), contact \(institution.contactAddress)")
        if let scanner { lines.append("scanner: \(scanner)") }
        switch database {
        case .own: lines.append("database: own cluster")
        case .given: lines.append("database: given by DATABASE_URL")
        }
        switch delivery {
        case .outbox(let folder): lines.append("mail: outbox \(folder)")
        case .smtp(let smtp): lines.append("mail: \(smtp.host):\(smtp.port), \(smtp.security.rawValue)")
        }
        return lines.joined(separator: "\n")
    }
}
