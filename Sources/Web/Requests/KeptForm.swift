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
    /// The files that came with it: they are not kept, and are to be chosen again.
    let attached: [File]

    /// A file by its field and its name.
    struct File: Sendable, Hashable {
        let field: String
        let name: String

        init(_ file: UploadedFile) { (field, name) = (file.field, file.name) }

        init(field: String, name: String) { (self.field, self.name) = (field, name) }
    }

    /// Nil where nothing is to be kept: at the door and in the account everything is a secret.
    init?(path: String, fields: Fields, attached: [File]) {
        guard OwnPath.checked(path) != nil, !Self.unkept.contains(where: path.hasPrefix) else { return nil }
        self.path = path
        self.fields = Fields(fields.entries.filter { !Self.secrets.contains($0.name) })
        self.attached = attached
    }

    /// As the log-in form carries it on.
    init?(from form: Fields) {
        guard let path = form["keptPath"], let fields = Fields(packed: form.exact("kept")) else {
            return nil
        }
        let files = Fields(packed: form.exact("keptFiles"))?.entries ?? []
        self.init(
            path: path, fields: fields, attached: files.map { File(field: $0.name, name: $0.value) })
    }

    /// Whether it was made for this very person.
    func isOwn(_ visitor: Visitor, _ doorkeeper: Doorkeeper) -> Bool {
        doorkeeper.isOwnForm(fields.exact("formKey"), of: visitor)
    }

    /// For the forms of the door, which carry it on.
    var values: [String: Any] {
        var values: [String: Any] = ["path": path, "fields": fields.packed]
        values["attached"] = attachedValues
        if !attached.isEmpty {
            values["keptFiles"] = Fields(attached.map { (name: $0.field, value: $0.name) }).packed
        }
        let texts = WrittenForm(fields, files: files).lines
        if !texts.isEmpty { values["texts"] = ["list": texts] }
        return values
    }

    /// For pages that ask for the files again.
    var attachedValues: [[String: Any]] {
        attached.enumerated().map { index, file in
            ["id": "file-\(index)", "field": file.field, "name": file.name]
        }
    }

    /// The act that it is, with the files and processes that it is about; nil for another form.
    var act: (event: String, keys: [BatchKey])? {
        let parts = path.prefix { $0 != "?" }.split(separator: "/").map { PercentCoding.decoded($0) ?? "" }
        if parts.count >= 4, parts[0] == "files", parts[2] == "acts" {
            return (parts[3], [BatchKey(file: parts[1], process: fields["process"] ?? "life")])
        }
        guard parts.count == 3, parts[0] == "todo", parts[1] == "acts" else { return nil }
        return (parts[2], fields.all(BatchForm.box).compactMap { BatchKey($0) })
    }

    /// The files that it is about, by their references.
    var files: [String] {
        let parts = path.prefix { $0 != "?" }.split(separator: "/")
        let own =
            parts.count > 1 && parts[0] == "files" && parts[1] != "new"
            ? PercentCoding.decoded(parts[1]).map { [$0] } ?? [] : act?.keys.map(\.file) ?? []
        return own.filter { UUID(uuidString: $0) == nil }
    }

    /// Where whoever does not send it goes on: the page of the file, or where the form is.
    var wayBack: String {
        let parts = path.prefix { $0 != "?" }.split(separator: "/")
        return parts.count > 1 && parts[0] == "files" && parts[1] != "new" ? "/files/\(parts[1])" : path
    }

    /// For the form that is sent again, with the key of the new session.
    var again: [[String: Any]] {
        fields.entries.filter { $0.name != "formKey" }.map { ["name": $0.name, "value": $0.value] }
    }

    private static let secrets: Set<String> = ["password", "code", "old", "again"]
    private static let unkept = ["/account", "/login", "/logout", "/invitations", "/n/"]
}
