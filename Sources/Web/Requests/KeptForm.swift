import Engine
import FoundationEssentials

/// What was typed into a form whose session was over when it was sent.
///
/// It is kept in the pages that lead back in, nowhere else, and shown again only to the person for whom it was made.
struct KeptForm: Sendable, Hashable {
    /// Where it is sent.
    let path: String
    /// What was typed, with the key that the form had; without passwords and codes.
    let fields: Fields
    /// The field of a file that came with it: files are not kept.
    let file: String?

    /// Nil where nothing is to be kept: at the door and in the account everything is a secret.
    init?(path: String, fields: Fields, file: String?) {
        guard OwnPath.checked(path) != nil, !Self.unkept.contains(where: path.hasPrefix) else { return nil }
        self.path = path
        self.fields = Fields(fields.entries.filter { !Self.secrets.contains($0.name) })
        self.file = file
    }

    /// As the log-in form carries it on.
    init?(from form: Fields) {
        guard let path = form["keptPath"], let fields = Fields(encoded: form.exact("kept")) else {
            return nil
        }
        self.init(path: path, fields: fields, file: form["keptFile"])
    }

    /// Whether it was made for this very person.
    func isOwn(_ visitor: Visitor, _ doorkeeper: Doorkeeper) -> Bool {
        doorkeeper.isOwnForm(fields.exact("formKey"), of: visitor)
    }

    /// For the log-in form.
    var values: [String: Any] {
        var values: [String: Any] = ["path": path, "fields": fields.encoded]
        if let file { values["file"] = file }
        if !texts.isEmpty { values["texts"] = ["list": texts] }
        return values
    }

    /// The file that it is about, by its reference.
    var reference: String? {
        let parts = path.prefix { $0 != "?" }.split(separator: "/")
        return parts.count > 1 && parts[0] == "files" && parts[1] != "new" ? String(parts[1]) : nil
    }

    /// Where whoever does not send it goes on: the page of the file, or where the form is.
    var wayBack: String { reference.map { "/files/\($0)" } ?? path }

    /// For the form that is sent again, with the key of the new session.
    var again: [[String: Any]] {
        fields.entries.filter { $0.name != "formKey" }.map { ["name": $0.name, "value": $0.value] }
    }

    /// What was written or chosen, as far as it can be read: sentences, a reason, files that were ticked.
    var texts: [String] {
        fields.entries.filter { entry in
            !entry.value.isEmpty && UUID(uuidString: entry.value) == nil
                && (entry.value.contains(" ") || Self.readable.contains(entry.name)
                    || entry.name.hasPrefix(FormView.prefix))
        }.map(\.value)
    }

    /// The reason of an act, the files of a batch.
    private static let readable: Set<String> = ["reason", "item"]

    private static let secrets: Set<String> = ["password", "code", "old", "again"]
    private static let unkept = ["/account", "/login", "/logout", "/invitations", "/n/"]
}
