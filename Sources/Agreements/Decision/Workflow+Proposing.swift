extension Workflow {
    /// The roles that may open a file.
    package var proposers: [String] {
        roles("proposers", default: entry == .call ? ["PI_FR"] : ["INT", "DG"])
    }

    /// The roles that a proposal may give to whoever it names; any other needs a grant of the register.
    package var namedRoles: [String] { roles("named", default: ["PI_EXT", "COORD"]) }

    /// The roles that may change the dossier.
    package var dossierEditors: [String] {
        roles("editors", default: roles("proposers", default: ["PI_FR"]))
    }

    /// The states of the life in which the dossier may be changed.
    package var editableStates: [String] { roles("editableIn", default: ["draft", "completion"]) }

    /// The day on which an agreement is planned to begin, where that is known.
    ///
    /// Without a wish it is the first day of the year after the call. No wish comes before the parameter `earliestStart`, a date
    /// of that year; an instrument with the parameter `startsOn` begins on that date, the next one from the day asked for on.
    package func plannedStart(askedFor wish: Day?, _ call: Call?) -> Day? {
        let year = call.map { $0.year + 1 }
        guard let wish else { return year.flatMap { date("01-01", of: $0) } }
        if let date = parameters["startsOn"]?.text {
            return [wish.year, wish.year + 1].compactMap { self.date(date, of: $0) }.first { $0 >= wish }
        }
        guard let year, let date = parameters["earliestStart"]?.text else { return wish }
        return max(wish, self.date(date, of: year) ?? wish)
    }

    private func date(_ text: String, of year: Int) -> Day? { try? Day(parsing: "\(year)-\(text)") }

    /// Whether the dossier may be changed as a file stands.
    package func isDossierOpen(of agreement: Agreement) -> Bool {
        let active = agreement.processes["life"]?.configuration ?? []
        return editableStates.contains(where: active.contains)
    }
}
