package import Agreements
import Crypto
package import Engine
import Jobs
package import Logging
import Mail
package import Notices
import Postgres
package import Storage

/// The composition root: one institution, its database, and everything that acts on it.
package struct Installation: Sendable {
    package let settings: Settings
    private let live: LiveInstitution
    package let databases: Databases
    package let engine: Engine
    package let desk: RegisterDesk
    package let store: AgreementStore
    private let portfolioOf: @Sendable ([Agreement.ID]?) async throws -> Portfolio
    /// The live agreements of a workflow that follow another version of it, with what decisions over them read.
    let waiting: @Sendable (Workflow) async throws -> Portfolio
    package let register: RegisterStore
    package let library: PublishedLibrary
    package internal(set) var catalogue: Catalogue
    package let reference: ReferenceStore
    package let clock: LegalClock
    package let jobs: PostgresJobStore
    package let notices: NoticeStore
    package let troubles: TimerTroubles
    package let worker: NoticeWorker
    package let randomness: Randomness
    /// Who comes in, and how.
    package let doorkeeper: Doorkeeper
    /// How far the start is with what it does beside its first pages.
    package let preparation = Preparation()
    package let logger: Logger

    /// Opens a database that was migrated and holds an institution.
    ///
    /// - Throws: ``MigrationFault`` for another schema; ``StorageFault/noInstitution``; ``PostgresError``;
    ///   ``SettingsFault`` when mail cannot be set up.
    package static func open(_ settings: Settings, _ databases: Databases, logger: Logger) async throws
        -> Installation
    {
        try await Migrator.verify(databases.app)
        let institution = try await InstitutionStore(databases.app).load()
        let randomness = Randomness.system
        let postgres = try await PostgresAgreementStore(databases.engine)
        let store = postgres.port(committer: GroupCommitter(postgres))
        let live = LiveInstitution(institution)
        let composer = NoticeComposer(
            letterhead: Letterhead(settings, live.current), randomness: randomness)
        let catalogue = Catalogue(databases.app)
        let library = PublishedLibrary(catalogue, zone: institution.zone)
        let engine = Engine(
            store: store, library: library.port, composer: Composer { try composer.compose($0) },
            randomness: randomness)
        let register = try await RegisterStore(databases.engine, salt: randomness.salt)
        let notices = NoticeStore(databases.worker)
        let key = try LinkKey.load(path: settings.linkKeyFile)
        return Installation(
            settings: settings, live: live, databases: databases, engine: engine,
            desk: RegisterDesk(book: register.book, agreements: store, engine: engine), store: store,
            portfolioOf: { try await postgres.portfolio(of: $0) },
            waiting: { try await postgres.portfolio(waitingFor: $0) }, register: register, library: library,
            catalogue: catalogue,
            reference: ReferenceStore(databases.engine),
            clock: LegalClock(databases.engine), jobs: PostgresJobStore(databases.worker), notices: notices,
            troubles: TimerTroubles(databases.worker),
            worker: NoticeWorker(
                book: notices.book, mailbox: try Mailbox(settings, simulated: institution.simulated),
                letterhead: Letterhead(settings, live.current), key: SymmetricKey(data: key.bytes)),
            randomness: randomness,
            // In a simulated database a second factor may be set up, in a real one it must be.
            doorkeeper: Doorkeeper(
                store: PostgresAccountStore(databases.app), key: SymmetricKey(data: key.bytes),
                randomness: randomness, needsFactor: !institution.simulated),
            logger: logger)
    }

    /// Whose files these are, as it is now.
    package var institution: Institution { live.current }

    /// Reads the institution again: another server may have changed its contact address.
    package func followInstitution() async throws {
        live.set(try await InstitutionStore(databases.app).load())
    }

    /// The live agreements, or those of `ids`, with what decisions over them read, as of one instant.
    package func portfolio(of ids: [Agreement.ID]? = nil) async throws -> Portfolio {
        try await portfolioOf(ids)
    }

    /// Closes its connections; the database itself is left as it is.
    package func close() async { await databases.shutdown() }
}
