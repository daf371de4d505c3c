import Engine

/// Who may call an address at all; what they find there is decided again in the database.
enum Access: Sendable, Hashable {
    case anyone
    /// Whoever came in, by account or by the link of a notice.
    case visitor
    /// Whoever came in by account.
    case account
    /// Whoever came in by account and holds one of these roles.
    case roles(Set<String>)

    /// Those who run the office.
    static let office = Access.roles(["INT", "ADM"])
    /// Those who see how the office stands.
    static let watch = Access.roles(["INT", "ADM", "AUD"])
    /// Those who enter restrictive measures, and those who see them.
    static let registrars = Access.roles(["INT", "ADM", "FSD", "DG"])
    static let measures = Access.roles(["INT", "ADM", "AUD", "FSD", "DG"])
    /// Those of them who have no office.
    static let security = Access.roles(["FSD"])
    /// Those who see what has been kept long enough, eliminate what was approved, and approve it.
    static let retention = Access.roles(["ARCH", "INT", "ADM", "AUD"])
    static let elimination = Access.roles(["ARCH", "INT", "ADM"])
    static let archive = Access.roles(["ARCH"])
    /// Those who see every file.
    static let overview = Access.roles(["INT", "DG", "ADM", "AUD"])

    func admits(_ visitor: Visitor?) -> Bool {
        switch self {
        case .anyone: true
        case .visitor: visitor != nil
        case .account: visitor != nil && visitor?.notice == nil
        case .roles(let roles): visitor.map { $0.notice == nil && !roles.isDisjoint(with: $0.roles) } ?? false
        }
    }
}
