import Agreements

/// Reads a template as it is rendered on one occasion: which sections are printed, which values are missing.
struct TemplateReading {
    /// A tag without a value.
    struct Tag {
        var name: String
        var offset: Int
        var situation: NoticeSituation
        var answer: NoticeOccasion.Answer
    }

    private let answers: [NoticeSituation: NoticeOccasion.Answer]

    init(of occasion: NoticeOccasion) { answers = occasion.answers }

    private init(_ answers: [NoticeSituation: NoticeOccasion.Answer]) { self.answers = answers }

    /// The tags that may be printed without a value; inside a section its own value is there.
    func undefined(in parts: [NoticeTemplate.Part], inside around: [String] = []) -> [Tag] {
        parts.flatMap { part -> [Tag] in
            switch part {
            case .value(let name, let offset):
                guard let situation = PlaceholderNames.placeholder(name, inside: around)?.situation else {
                    return []
                }
                let answer = answer(situation)
                return answer == .yes
                    ? [] : [Tag(name: name, offset: offset, situation: situation, answer: answer)]
            case .section(let name, let isInverted, _, let parts):
                return section(name, isInverted, parts, around)
            }
        }
    }

    private func section(
        _ name: String, _ isInverted: Bool, _ parts: [NoticeTemplate.Part], _ around: [String]
    ) -> [Tag] {
        let members = PlaceholderNames.members(of: name)
        if members.isEmpty {
            guard let placeholder = PlaceholderNames.placeholder(name, inside: around) else { return [] }
            guard let situation = placeholder.situation else {
                return isInverted ? [] : undefined(in: parts, inside: around)
            }
            return when(situation, isInverted, parts, around)
        }
        // An object is there as soon as one of its values is; its first is the one that is always in it.
        guard let situation = members.first?.situation else { return [] }
        return when(situation, isInverted, parts, isInverted ? around : around + [name])
    }

    /// What is missing in a section that is printed only where the situation is given, or is not.
    private func when(
        _ situation: NoticeSituation, _ isInverted: Bool, _ parts: [NoticeTemplate.Part], _ around: [String]
    ) -> [Tag] {
        guard answer(situation) != (isInverted ? .yes : .no) else { return [] }
        var answers = answers
        if isInverted {
            answers[situation] = .no
        } else {
            for given in situation.implied.union([situation]) { answers[given] = .yes }
        }
        return Self(answers).undefined(in: parts, inside: around)
    }

    private func answer(_ situation: NoticeSituation) -> NoticeOccasion.Answer {
        answers[situation] ?? .perhaps
    }
}
