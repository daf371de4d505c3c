/// The roles of the house, as workflow files name them.
package enum RoleNames {
    /// Every role: who proposes, who instructs, who decides and signs, who keeps and who looks.
    package static let all: Set<String> = [
        "PI_FR", "PI_EXT", "COORD", "LAB", "DU", "DR",
        "INT", "ITMO", "EXP", "CSEL", "FSD", "DAF", "DAJ", "DPO",
        "DG", "SIG", "ASST", "PART", "COGES", "COPIL",
        "ARCH", "ADM", "AUD",
    ]

    /// Those that see files and do nothing in them.
    package static let looking: Set<String> = ["AUD"]

    /// Those that the register gives: who heads a laboratory is told by the file.
    package static let grantable = all.subtracting(["LAB"])
}
