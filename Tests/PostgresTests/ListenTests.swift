import Postgres
import TestSupport
import Testing

@Suite("LISTEN")
struct ListenTests {
    @Test("Notifications arrive in order, and the connection answers in between")
    func notifications() async throws {
        try await withDatabase { database in
            let (listener, sender) = (
                try await Connection.connect(database), try await Connection.connect(database)
            )
            try await listener.listen(to: ["jobs", "odd \"name\""])
            let received = Task {
                var seen: [Notification] = []
                for try await notification in listener.notifications(on: ["jobs"]) {
                    seen.append(notification)
                    if seen.count == 3 { break }
                }
                return seen
            }
            for number in 1...2 { try await sender.query("SELECT pg_notify('jobs', \("\(number)"))") }
            #expect(try await listener.value(Int.self, "SELECT 1") == 1)
            try await sender.query("SELECT pg_notify('odd \"name\"', '')")
            let seen = try await received.value
            #expect(seen.map(\.channel) == ["jobs", "jobs", "odd \"name\""])
            #expect(seen.map(\.payload) == ["1", "2", ""])
            #expect(seen[0].processID == sender.processID)
            await listener.close()
            await sender.close()
        }
    }

    @Test("Waiting ends at its limit, so that a poll can follow")
    func limit() async throws {
        try await withConnection { connection async throws in
            try await connection.listen(to: ["jobs"])
            #expect(try await connection.nextNotification(within: .milliseconds(20)) == nil)
        }
    }

    @Test("A cancelled listener ends, and its connection stays usable")
    func cancelled() async throws {
        try await withConnection { connection async throws in
            let task = Task {
                for try await _ in connection.notifications(on: ["jobs"]) {}
            }
            task.cancel()
            _ = await task.result
            #expect(try await connection.value(Int.self, "SELECT 1") == 1)
        }
    }

    @Test("A listener whose connection is cut learns it")
    func lost() async throws {
        try await withDatabase { database in
            let (listener, other) = (
                try await Connection.connect(database), try await Connection.connect(database)
            )
            try await listener.listen(to: ["jobs"])
            let waiting = Task { await failure { try await listener.nextNotification(within: .seconds(60)) } }
            try await other.query("SELECT pg_terminate_backend(\(listener.processID))")
            let error = await waiting.value
            #expect(error?.isConnectionLost == true && error?.phase == .listen)
            await other.close()
        }
    }
}
