import Agreements
package import Engine
import Notices
import Postgres
import Storage
package import Web

/// The pages' port about files: each call sees and does what the visitor may, and nothing else.
package struct WebDesk: FileDesk {
    let installation: Installation
    let forecasts = ForecastMemory()

    package init(_ installation: Installation) { self.installation = installation }

    var zone: Zone { installation.institution.zone }

    /// The questions of a visitor: row security answers them.
    func catalogue(_ visitor: Visitor) -> Catalogue {
        installation.catalogue.seen(by: .person(visitor.person))
    }

    /// The use cases that the command line has, too, with the visitor's sight.
    func desk(_ visitor: Visitor) -> CommandDesk { CommandDesk(installation, visitor: visitor.person) }

    /// The file of a name, if the visitor may see it; of one who came by a link, only the file of that link.
    func agreement(_ name: String, _ visitor: Visitor) async throws -> Agreement? {
        let catalogue = catalogue(visitor)
        guard let id = try await catalogue.agreementID(named: name),
            let agreement = try await catalogue.agreement(id)
        else { return nil }
        let notice = try await notice(visitor)
        return try await admits(visitor, asking: notice, to: agreement) ? agreement : nil
    }

    /// What the link asks by which the visitor came; nil for an account.
    func notice(_ visitor: Visitor) async throws -> NoticeSubject? {
        guard let notice = visitor.notice else { return nil }
        return try await installation.catalogue.subject(ofNotice: notice)
    }

    /// Whether a file that the visitor may see is open to them: to one who came by a link, the file of that link.
    func admits(
        _ visitor: Visitor, asking subject: NoticeSubject?, to agreement: Agreement
    ) async throws -> Bool {
        guard visitor.notice != nil else { return true }
        guard let subject, subject.agreement == agreement.id else { return false }
        return try await installation.isOpen(subject, on: agreement)
    }

    /// Whether what let the visitor in still does: a link only as long as the file waits for its step.
    package func isStillIn(_ visitor: Visitor) async throws -> Bool {
        guard visitor.notice != nil else { return true }
        return try await linkedFile(visitor) != nil
    }

    /// The file of the link by which the visitor came, as long as it lets them in; nil for an account.
    package func linkedFile(_ visitor: Visitor) async throws -> String? {
        guard let notice = visitor.notice else { return nil }
        return try await answering { () async throws -> String? in
            guard let subject = try await installation.catalogue.subject(ofNotice: notice),
                let file = try await agreement(subject.agreement.description, visitor)
            else { return nil }
            return file.reference ?? file.id.description
        }
    }

    /// The step of the link by which the visitor came; nil for an account.
    func step(_ visitor: Visitor) async throws -> AwaitedStep? {
        try await notice(visitor)?.step
    }

    /// What the visitor may see of a file that they may see.
    func sight(of agreement: Agreement, _ visitor: Visitor) async throws -> FileSight {
        let roles = try await catalogue(visitor).roles(of: visitor.person, on: agreement.id)
        return FileSight(of: agreement, for: visitor.person, holding: roles)
    }

    /// By what right each document of a file was given.
    func givers(of agreement: Agreement, _ visitor: Visitor) async throws -> [Document.ID: Authority] {
        try await catalogue(visitor).additions(to: agreement.id).documentGivers
    }

    /// Whether the visitor may act in a process: whoever came by a link only where its step is, as long as it waits.
    func permits(_ process: String, of agreement: Agreement, _ visitor: Visitor) async throws -> Bool {
        guard let notice = visitor.notice else { return true }
        guard let subject = try await installation.catalogue.subject(ofNotice: notice) else { return false }
        guard process == subject.process else { return false }
        return try await installation.isOpen(subject, on: agreement)
    }

    /// Turns what the world does into what the pages can say.
    func answering<Value>(_ body: () async throws -> Value) async throws -> Value {
        do { return try await body() } catch let error as PostgresError {
            guard error.isOutage else { throw error }
            throw WebUnavailable()
        } catch let refusal as Refusal {
            throw refusal.forPages
        }
    }

    static func country(_ code: String) -> LocalizedText {
        CountryName.named(code).map { LocalizedText(fr: $0.fr, en: $0.en) }
            ?? LocalizedText(fr: code, en: code)
    }
}
