import Glibc

/// A user of the operating system, as the password database names it.
struct OSUser: Equatable, Sendable {
    let name: String
    let uid: uid_t
    let gid: gid_t

    static let rootID: uid_t = 0

    /// The user that this process acts as; nil when the password database does not know the number.
    static var current: OSUser? { with(uid: geteuid()) }

    static func with(uid: uid_t) -> OSUser? {
        find { getpwuid_r(uid, $0, $1, $2, $3) }
    }

    static func named(_ name: String) -> OSUser? {
        find { getpwnam_r(name, $0, $1, $2, $3) }
    }

    private typealias Lookup = (
        UnsafeMutablePointer<passwd>, UnsafeMutablePointer<CChar>, Int,
        UnsafeMutablePointer<UnsafeMutablePointer<passwd>?>
    ) -> Int32

    private static func find(_ lookup: Lookup) -> OSUser? {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16_384) { buffer -> OSUser? in
            guard let base = buffer.baseAddress, lookup(&entry, base, buffer.count, &found) == 0,
                found != nil,
                let name = entry.pw_name
            else { return nil }
            return OSUser(name: String(cString: name), uid: entry.pw_uid, gid: entry.pw_gid)
        }
    }
}
