import Foundation
import Testing

/// A second reader of our messages: the mail package of Python's standard library.
enum MIMEReader {
    private static let program = #"""
        import email, email.header, email.policy, email.utils, json, sys
        source = sys.stdin.buffer.read()
        mail = email.message_from_bytes(source, policy=email.policy.default)
        # Python 3.11 puts a space between the encoded words of one name; its older reader does not.
        name = email.utils.getaddresses([email.message_from_bytes(source)["To"]])[0][0]
        name = str(email.header.make_header(email.header.decode_header(name)))
        defects = [d for part in mail.walk() for d in part.defects]
        defects += [d for name, value in mail.items() for d in value.defects]
        body = lambda kind: mail.get_body((kind,)).get_payload(decode=True).decode().replace("\r\n", "\n")
        people = [a for name in ("To", "Cc") if mail[name]
                  for a in mail[name].addresses]
        json.dump({"subject": mail["Subject"] or "", "name": name, "html": body("html").removesuffix("\n"),
                   "addresses": "|".join(a.addr_spec for a in people),
                   "plain": body("plain").removesuffix("\n"), "defects": " ".join(map(repr, defects))},
                  sys.stdout)
        """#

    static func read(_ bytes: [UInt8]) throws -> [String: String] {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = ["-c", program]
        (process.standardInput, process.standardOutput) = (input, output)
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(bytes))
        try input.fileHandleForWriting.close()
        let answer = try #require(try output.fileHandleForReading.readToEnd())
        process.waitUntilExit()
        return try #require(try JSONSerialization.jsonObject(with: answer) as? [String: String])
    }
}
