/// A short name made of a path, for folders that stand for it elsewhere.
enum PathName {
    /// 16 hexadecimal digits (64-bit FNV-1a).
    ///
    /// It is a name and no secret; whoever uses it notes the path beside it.
    static func of(_ path: String) -> String {
        let hash = path.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
