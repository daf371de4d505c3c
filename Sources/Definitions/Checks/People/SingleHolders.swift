import Agreements

/// Which roles one person holds by nature, so that who does one of their acts does them all.
///
/// The lead applicant of a file, the head of its unit, the security officer and the data-protection officer
/// are one person each; an office, a committee, a board and the contacts of a party are several. A deputy
/// has a grant of their own, and a delegation does not help: who delegates is counted, too.
enum SingleHolders {
    static let roles: Set<String> = ["PI_FR", "DU", "FSD", "DPO"]

    /// The one person who must be meant by a role in a process; nil where it may be several people.
    static func holder(_ role: RoleReference, in process: String) -> String? {
        switch role.of {
        case .person: "\(role) of \(process)"
        case .agreement: roles.contains(role.role) ? role.role : nil
        case .party, .otherParties, .foreignParties, .parties: nil
        }
    }
}
