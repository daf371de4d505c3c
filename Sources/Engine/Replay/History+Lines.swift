package import Agreements

extension History {
    /// The word that the first line begins with; another form of history gets another number.
    package static let format = "entente/history/1"

    /// The history as lines of canonical JSON: head, changes of the register, then the events, each with
    /// how the
    /// view changed by it.
    ///
    /// - Throws: `EncodingError` for a value that JSON cannot hold.
    package func lines() throws -> [String] {
        var head: [String: JSON] = [
            "format": .string(Self.format), "title": .string(title), "institution": .string(institution),
            "agreement": .string(agreement.description), "definition": definition.json,
        ]
        if !later.isEmpty { head["later"] = .array(later.map(\.json)) }
        let facts = try register.map { fact -> JSON in
            ["at": .string(fact.at.description), "register": try JSON(encoding: fact.change)]
        }
        var view = HistoryView.blank
        let steps = try steps.map { step -> JSON in
            defer { view = step.expected }
            return [
                "event": try step.event.hashed(), "hash": .string(step.event.hash),
                "expected": ViewChange.from(view, to: step.expected),
            ]
        }
        return ([.object(head)] + facts + steps).map(\.canonical)
    }

    /// Reads what ``lines()`` wrote.
    ///
    /// - Throws: ``UnreadableHistory``, with its number, for a line that is no part of a history.
    package init(lines: [String]) throws(UnreadableHistory) {
        let lines = try lines.enumerated().filter { !$0.element.isEmpty }.map {
            (index, line) throws(UnreadableHistory) in
            (number: index + 1, json: try Self.read(line: index + 1) { try JSON(parsing: line) })
        }
        guard let head = lines.first?.json, head["format"]?.text == Self.format else {
            throw UnreadableHistory("the first line is no head of a history in the form \(Self.format)")
        }
        guard let agreement = head["agreement"]?.text.flatMap(Agreement.ID.init),
            let definition = Definition(head["definition"])
        else { throw UnreadableHistory("the head names no agreement or no definition") }
        self.init(
            title: head["title"]?.text ?? "", institution: head["institution"]?.text ?? "",
            agreement: agreement, definition: definition,
            later: (head["later"]?.elements ?? []).compactMap { Definition($0) }, register: [], steps: [])
        for line in lines.dropFirst() { try Self.read(line: line.number) { try add(line.json) } }
    }

    /// What is wrong with a line is told with its number.
    private static func read<Content>(
        line number: Int, _ content: () throws -> Content
    ) throws(UnreadableHistory) -> Content {
        do { return try content() } catch let error as DecodingError {
            let problem =
                switch error {
                case .dataCorrupted(let context): context.debugDescription
                case .keyNotFound(let key, _): "\(key.stringValue) is missing"
                case .typeMismatch(_, let context), .valueNotFound(_, let context): context.debugDescription
                @unknown default: "it cannot be read"
                }
            throw UnreadableHistory("line \(number): \(problem)")
        } catch { throw UnreadableHistory("line \(number): \(error)") }
    }

    private mutating func add(_ line: JSON) throws {
        if let change = line["register"], let at = line["at"]?.text {
            register.append(
                RegisterFact(
                    at: try Instant(parsing: at), change: try change.decoded(as: RegisterChange.self)))
        } else if let members = line["event"], let hash = line["hash"]?.text, let expected = line["expected"]
        {
            let view = steps.last?.expected ?? HistoryView.blank
            steps.append(
                Step(
                    event: try Event(members: members, hash: hash),
                    expected: ViewChange.apply(expected, to: view)))
        } else {
            throw UnreadableHistory("a line is neither a change of the register nor an event")
        }
    }
}

extension History.Definition {
    fileprivate var json: JSON {
        var members: [String: JSON] = [
            "id": .string(id), "version": .string(version), "sha256": .string(sha256),
        ]
        if !files.isEmpty { members["files"] = .object(files.mapValues(JSON.string)) }
        return .object(members)
    }

    fileprivate init?(_ json: JSON?) {
        guard let id = json?["id"]?.text, let version = json?["version"]?.text,
            let sha256 = json?["sha256"]?.text
        else { return nil }
        var files: [String: String] = [:]
        if case .object(let members)? = json?["files"] { files = members.compactMapValues(\.text) }
        self.init(id: id, version: version, sha256: sha256, files: files)
    }
}
