package import Agreements

/// What became of one approved elimination, of mails, or of the access log.
package struct RetentionRun: Sendable {
    package var rule: String
    /// Nil for mails and the access log.
    package var file: String?
    /// How many values and documents, mails, or entries, were eliminated.
    package var count: Int
    /// Why nothing was.
    package var refusal: Refusal?

    init(_ rule: String, _ file: String?, count: Int, refusal: Refusal? = nil) {
        self.rule = rule
        self.file = file
        self.count = count
        self.refusal = refusal
    }
}

extension RetentionRun {
    /// What is kept of it for a repeated request.
    var json: JSON {
        var members: [String: JSON] = [
            "rule": .string(rule), "file": file.map(JSON.string) ?? .null, "count": .integer(Int64(count)),
        ]
        if let refusal {
            members["refusal"] = [
                "code": .string(refusal.code), "fr": .string(refusal.text.fr), "en": .string(refusal.text.en),
            ]
        }
        return .object(members)
    }

    init?(_ json: JSON) {
        guard let rule = json["rule"]?.text, let count = json["count"]?.number else { return nil }
        self.init(rule, json["file"]?.text, count: Int(count))
        guard let kept = json["refusal"], let code = kept["code"]?.text else { return }
        let text = LocalizedText(fr: kept["fr"]?.text ?? code, en: kept["en"]?.text ?? code)
        refusal = Refusal(code: code, text: text)
    }
}
