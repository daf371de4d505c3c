import Glibc

/// The key of the links in mails: 32 random bytes in a file that only its owner can read.
///
/// Whoever loses it makes every link of mails already sent void; it is part of a backup.
package struct LinkKey: Sendable, CustomStringConvertible {
    package static let byteCount = 32
    /// The key itself, for HMAC.
    package let bytes: [UInt8]

    package var description: String { "********" }

    /// Reads the key, and makes it (0600) when there is no such file.
    ///
    /// Two processes that make it at once get the same.
    ///
    /// - Throws: ``SettingsFault`` when the file cannot be made or read, is not a key, or is open to others.
    package static func load(path: String) throws(SettingsFault) -> LinkKey {
        if FileStatus.of(path) == nil { try make(path) }
        guard SecretFile.isClosed(path) else { throw fault("others can read it: chmod 600 \(path)") }
        guard let text = Folders.text(of: path, last: 4096), let bytes = decoded(text),
            bytes.count == byteCount
        else {
            throw fault("expected \(byteCount * 2) hexadecimal digits in \(path)")
        }
        return LinkKey(bytes: bytes)
    }

    /// Written beside, then linked into place: a link never replaces a key that another process put there
    /// first.
    private static func make(_ path: String) throws(SettingsFault) {
        var random = SystemRandomNumberGenerator()
        let digits = (0..<byteCount).map { _ in hex(UInt8.random(in: .min ... .max, using: &random)) }
            .joined()
        let draft = "\(path).\(getpid())"
        do {
            if let folder = Folders.parent(of: path) { try Folders.makeAll(folder, rights: 0o700) }
            try Folders.write(digits + "\n", to: draft, rights: 0o600)
        } catch {
            throw fault("cannot be made: \(error.what), \(error.place)")
        }
        defer { unlink(draft) }
        guard link(draft, path) == 0 || errno == EEXIST else { throw fault("cannot be made: \(path)") }
    }

    private static func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }

    private static func decoded(_ text: String) -> [UInt8]? {
        let digits = text.utf8.filter { $0 != UInt8(ascii: "\n") }
        guard digits.count.isMultiple(of: 2) else { return nil }
        let pairs = stride(from: 0, to: digits.count, by: 2).map {
            String(decoding: digits[$0...($0 + 1)], as: UTF8.self)
        }
        let bytes = pairs.compactMap { UInt8($0, radix: 16) }
        return bytes.count == pairs.count ? bytes : nil
    }

    private static func fault(_ message: String) -> SettingsFault {
        SettingsFault(findings: [.init(name: SettingKey.linkKeyFile.name, source: "file", message: message)])
    }
}
