import Agreements

/// The form of one act on several files, as it was sent.
struct BatchForm {
    let id: String
    let event: String
    let entries: Fields

    /// The name of the boxes.
    static let box = "item"

    /// The act on one file.
    struct Order {
        let key: BatchKey
        /// Nil where the file has no such act now.
        let form: ActForm?
        let request: ActRequest

        /// Whether the visitor must have just come in for it.
        var asksProof: Bool { form?.asksProof ?? false || request.principal != nil }
    }

    /// The files that were chosen.
    /// - Throws: ``Problem`` where one is named twice, or as no page of ours names it.
    func keys() throws(Problem) -> [BatchKey] {
        let texts = entries.all(Self.box)
        let keys = texts.compactMap(BatchKey.init)
        guard keys.count == texts.count, Set(keys).count == keys.count else { throw Problem(.badRequest) }
        return keys
    }

    /// The act on one file, with what was typed for all.
    func order(_ key: BatchKey, _ form: ActForm?, values: [String: String]) -> Order {
        let request = ActRequest(
            act: ActName(event, process: key.process), values: values, reason: entries["reason"],
            principal: entries["principal:\(key)"].flatMap { Person.ID($0) },
            revision: entries["revision:\(key)"].flatMap { Int($0) }, textHash: entries["text:\(key)"],
            requestID: "page/\(id)/\(key)")
        return Order(key: key, form: form, request: request)
    }

    /// What is missing, by name of the field.
    func problems(of orders: [Order]) -> [String: LocalizedText] {
        let count = entries.all(Self.box).count
        guard (1...Batch.filesMax).contains(count) else {
            return [Self.box: Catalogue.text(count == 0 ? "batch.none" : "batch.tooMany")]
        }
        var problems: [String: LocalizedText] = [:]
        let forms = orders.compactMap(\.form)
        if forms.contains(where: \.asksReason), entries["reason"] == nil {
            problems["reason"] = Catalogue.text("act.reasonMissing")
        }
        for field in forms.first?.fields ?? []
        where field.isRequired && entries[FormView.prefix + field.name] == nil {
            problems[field.name] = Catalogue.text("batch.missing")
        }
        return problems
    }

    /// What the same form sends for these files only; without what proves who sends it.
    func again(_ keys: [BatchKey]) -> [(name: String, value: String)] {
        let own: Set = ["formKey", "password", "code", Self.box]
        return entries.entries.filter { !own.contains($0.name) }
            + keys.map {
                (name: Self.box, value: "\($0)")
            }
    }
}
