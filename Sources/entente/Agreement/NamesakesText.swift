import Agreements
import App
import Engine

extension Namesakes {
    /// One line for each that may be seen, and one for the others.
    var lines: [String] {
        let named = seen.map { namesake in
            let name =
                namesake.reference.map { "\($0) (\(namesake.agreement))" } ?? namesake.agreement.description
            return "\(namesake.acronym)  \(name), \(namesake.instrument), \(namesake.legal.rawValue)"
        }
        let others = say(
            "\(unseen) autre(s), que vous ne voyez pas", "\(unseen) other(s), which you do not see")
        return unseen == 0 ? named : named + [others]
    }

    /// What is added to the answer to a proposal or an edit; empty where nobody else is called so.
    var warning: String {
        guard !isEmpty else { return "" }
        let head = say(
            "\nCe sigle est déjà celui d’un dossier vivant ; le premier qui est envoyé le garde :",
            "\nA live file has this acronym already; the first that is sent keeps it:")
        return ([head] + lines.map { "  \($0)" }).joined(separator: "\n")
    }

    /// As everywhere in Entente's own JSON.
    var json: JSON {
        get throws {
            ["seen": try .list(seen) { try JSON(row: $0) }, "unseen": .integer(Int64(unseen))]
        }
    }
}

extension Console {
    /// The answer to a proposal or an edit, with a warning where live agreements are called so.
    func show(_ answer: Answer, with namesakes: Namesakes) throws {
        try show(answer.json(with: namesakes), else: answer.line + namesakes.warning)
    }

    /// The answers to the lines of a sheet.
    func show(_ answers: [Answer], of desk: CommandDesk) async throws {
        var (values, lines): ([JSON], [String]) = ([], [])
        for answer in answers {
            let namesakes = try await desk.namesakes(of: answer.agreement)
            values.append(try answer.json(with: namesakes))
            lines.append(answer.line + namesakes.warning)
        }
        show(.array(values), else: lines.joined(separator: "\n"))
    }
}

extension Answer {
    fileprivate func json(with namesakes: Namesakes) throws -> JSON {
        guard case .object(var members) = json else { return json }
        members["namesakes"] = try namesakes.json
        return .object(members)
    }
}
