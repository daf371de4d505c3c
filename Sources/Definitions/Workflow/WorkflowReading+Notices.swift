import Agreements
import Expressions

extension WorkflowReading {
    func notice(_ id: String, _ node: YAMLNode) -> NoticeDefinition? {
        guard let fields = fields(node, .notice) else { return nil }
        let to = rolesList(fields["to"])
        let subject = localized(fields.required("subject"))
        let body = localized(fields.required("body"))
        let copy = read.flag(fields["copy"]) ?? true
        noticeTexts += NoticeText.all(of: id, fields, in: texts)
        guard let subject, let body else { return nil }
        return NoticeDefinition(id: id, to: to, subject: subject, body: body, copy: copy)
    }

    /// `N01`, or `{ notice: N22, to: [INT], if: CEL, others: true }`, one or a list.
    func noticeUses(_ node: YAMLNode?) -> [NoticeUse] {
        read.oneOrMore(node).compactMap { item in
            if item.scalar != nil {
                return usedNotice(item, hasRecipients: false).map { NoticeUse($0) }
            }
            guard let fields = fields(item, .noticeUse) else { return nil }
            let to = rolesList(fields["to"])
            let condition = formula(fields["if"], [.bool])
            let others = read.flag(fields["others"]) ?? false
            return usedNotice(fields.required("notice"), hasRecipients: names(fields["to"]))
                .map { NoticeUse($0, to: to, if: condition, others: others) }
        }
    }

    /// `{ notice: N02, at: [-P14D, -P3D], to: [PI_FR], from: due rule }`, one or a list.
    func reminders(_ node: YAMLNode?, hasDue: Bool) -> [ReminderDefinition] {
        read.oneOrMore(node).compactMap { item in
            guard let fields = fields(item, .reminder) else { return nil }
            let to = rolesList(fields["to"])
            let offsets = read.oneOrMore(fields.required("at")).compactMap { signedPeriod($0) }
            let base = due(fields["from"])
            if fields["from"] == nil, !hasDue {
                log.report(
                    .missingKey, at: item.place,
                    .init(
                        fr: "le rappel part d’une échéance, mais sa tâche n’en a pas",
                        en: "the reminder counts from a due date, but its task has none"))
            }
            return usedNotice(fields.required("notice"), hasRecipients: names(fields["to"]))
                .map { ReminderDefinition(notice: $0, to: to, offsets: offsets, base: base) }
        }
    }

    /// Whether a list names anybody, be it by a misspelt role.
    private func names(_ node: YAMLNode?) -> Bool { !read.oneOrMore(node).isEmpty }

    private func usedNotice(_ node: YAMLNode?, hasRecipients: Bool) -> String? {
        guard let node, let id = read.text(node, .init(fr: "un avis", en: "a notice")) else { return nil }
        uses.notices.append(Uses.Notice(name: id, place: node.place, hasRecipients: hasRecipients))
        return id
    }

    /// A refusal that the file must declare.
    func usedRefusal(_ node: YAMLNode?) -> String? {
        guard let node,
            let code = read.text(node, .init(fr: "le code d’un refus", en: "the code of a refusal"))
        else { return nil }
        uses.refusals.append(Uses.Use(name: code, place: node.place))
        return code
    }
}
