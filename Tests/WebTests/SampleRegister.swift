import Agreements
import Engine
import Web

/// A register whose forms ask what a test gave them.
struct SampleRegister: RegisterForms {
    var form: RegisterForm? = RegisterForm(fields: [.sample, .plain])
    var onEnter: @Sendable (EntryRequest) throws -> EntryOutcome = { _ in EntryOutcome() }

    var calls: FormField?
    var onFollow: @Sendable ([String], String) throws -> Void = { _, _ in }

    func ownCalls(_ visitor: Visitor) async throws -> FormField? { calls }
    func follow(_ instruments: [String], requestID: String, _ visitor: Visitor) async throws {
        try onFollow(instruments, requestID)
    }
    func form(of entry: RegisterEntry, about id: String?, _ visitor: Visitor) async throws -> RegisterForm? {
        form
    }
    func enter(_ request: EntryRequest, _ visitor: Visitor) async throws -> EntryOutcome {
        try onEnter(request)
    }
}

extension FormField {
    /// A field with help that holds markup.
    fileprivate static let sample = FormField(
        name: "until", label: .init(fr: "Fin", en: "End"), help: .init(fr: "<b>", en: "<b>"), kind: .moment,
        isRequired: false)

    /// A field that explains nothing.
    fileprivate static let plain = FormField(
        name: "note", label: .init(fr: "Note", en: "Note"), kind: .line, isRequired: false)
}
