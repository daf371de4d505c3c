import Agreements

/// What is wrong with one of the fields of a form that sets a password.
enum PasswordProblem {
    case old(String)
    case new(String)
    case again(String)

    /// For the templates: at the top of the form, and beside the field.
    ///
    /// - Parameter message: what is wrong with none of the fields.
    static func values(
        _ problem: PasswordProblem?, _ message: String? = nil, in language: Language
    ) -> [String: Any] {
        var values: [String: Any] = ["hasProblems": problem != nil || message != nil]
        if let message { values["message"] = message }
        guard let (id, label, said) = problem?.parts else { return values }
        values["\(id)Problem"] = said
        values["problems"] = [["id": id, "label": Catalogue.text(label)[language], "problem": said]]
        return values
    }

    private var parts: (id: String, label: String, said: String) {
        switch self {
        case .old(let said): ("old", "password.old", said)
        case .new(let said): ("password", "password.new", said)
        case .again(let said): ("again", "password.again", said)
        }
    }
}
