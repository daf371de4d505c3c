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

    /// Whether the dossier may be changed as a file stands.
    package func isDossierOpen(of agreement: Agreement) -> Bool {
        let active = agreement.processes["life"]?.configuration ?? []
        return editableStates.contains(where: active.contains)
    }
}
