import Foundation
import Postgres
import Schema
import Storage
import TestSupport
import Testing

@Suite("Migrations")
struct MigrationTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "SQL")

    @Test("The list in the binary is the list of the folder")
    func list() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path + "/migrations")
            .filter { $0.hasSuffix(".sql") }.sorted()
        #expect(files == Migration.all.map { $0.name + ".sql" })
        #expect(Migration.all.map(\.number) == Array(1...Migration.all.count))
        for migration in Migration.all {
            let text = try String(
                contentsOf: Self.folder.appending(path: "migrations/\(migration.name).sql"), encoding: .utf8)
            #expect(text == migration.script)
        }
    }

    @Test("Migrations are applied once; a second run, even at the same time, finds nothing to do")
    func once() async throws {
        try await TemporaryPostgres.shared.withDatabase { database in
            let names = try await withThrowingTaskGroup(of: [String].self) { group in
                for _ in 0..<3 { group.addTask { try await Migrator(database).run() } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(names == Migration.all.map(\.name))
            let pool = Pool(database)
            try await Migrator.verify(pool)
            await pool.shutdown()
        }
    }

    @Test("A database of a newer release is refused in one line that says what to do")
    func newer() async throws {
        try await TemporaryPostgres.shared.withDatabase { database in
            let newer = Migration(
                number: Migration.all.count + 1, name: "0099_later", script: "CREATE TABLE later ()")
            _ = try await Migrator(database, migrations: Migration.all + [newer]).run()
            let fault = await #expect(throws: MigrationFault.self) { try await Migrator(database).run() }
            let text =
                "this database has migration 0099_later, this binary knows up to \(Migration.all.last?.name ?? ""): use a newer release"
            #expect(fault?.description == text)
            let pool = Pool(database)
            await #expect(throws: MigrationFault.self) { try await Migrator.verify(pool) }
            await pool.shutdown()
        }
    }

    @Test("A migration that is not the one applied is refused")
    func changed() async throws {
        try await TemporaryPostgres.shared.withDatabase { database in
            _ = try await Migrator(database).run()
            var changed = Migration.all
            changed[0] = Migration(number: 1, name: changed[0].name, script: changed[0].script + "-- edited")
            let migrator = Migrator(database, migrations: changed)
            await #expect(throws: MigrationFault.self) { try await migrator.run() }
        }
    }

    @Test("A migration that fails leaves nothing of itself, and the next run goes on from there")
    func resumes() async throws {
        try await TemporaryPostgres.shared.withDatabase { database in
            let broken = Migration(number: 2, name: "0002_second", script: "CREATE TABLE a (); SELECT 1/0;")
            let first = Migration(number: 1, name: "0001_first", script: "CREATE TABLE first ();")
            let failing = Migrator(database, migrations: [first, broken])
            await #expect(throws: PostgresError.self) { try await failing.run() }
            let mended = Migration(number: 2, name: "0002_second", script: "CREATE TABLE a ();")
            let applied = try await Migrator(database, migrations: [first, mended]).run()
            #expect(applied == ["0002_second"])
        }
    }

    @Test("schema.sql is what the migrations make")
    func schema() async throws {
        try await TemporaryPostgres.shared.withDatabase { database in
            _ = try await Migrator(database).run()
            let text = try SchemaDump.text(of: database)
            if SchemaDump.isRecording {
                try text.write(to: SchemaDump.file, atomically: true, encoding: .utf8)
            }
            #expect(
                text == Migration.resultingSchema,
                "run this test with ENTENTE_RECORD=1 and look at the difference")
        }
    }
}
