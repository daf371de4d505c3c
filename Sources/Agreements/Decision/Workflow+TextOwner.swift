extension Workflow {
    /// The process whose text a process speaks of: the nearest around it that has one of its own, else the
    /// life.
    package func textOwner(of path: String, in agreement: Agreement) -> String {
        var process = agreement.processes[path]
        while let current = process {
            if processes[current.definition]?.ownsText ?? false { return current.path }
            process = current.parent.flatMap { agreement.processes[$0] }
        }
        return "life"
    }
}
