import Agreements
import Engine
import Foundation
import TestSupport

@testable import Web

/// Somebody who came in, as a test sends their requests.
struct Guest: Sendable {
    let token: String
    let visitor: Visitor
    /// What the forms of their session carry.
    let formKey: String

    var cookie: String { "Cookie: __Host-entente=\(token)" }
}

extension House {
    /// A password and its hash, made once with cheap parameters: the door's own take a second.
    static let password = "un canot violet"
    private static let stored =
        "scrypt$14$8$1$BwcHBwcHBwcHBwcHBwcHBw==$fOP0OO7RfWhkTJt7w69Aa/gmc6j11wSd8TovMIXmXw8="

    /// Somebody with an account and ``password``.
    @discardableResult
    func account(_ email: String = "anne@lab.example", roles: Set<String> = []) -> Person.ID {
        let id = Person.ID(UUID())
        accounts.add(
            Account(
                person: id, name: "Anne Martin", email: email, isActive: true, password: Self.stored,
                factor: nil, factorStep: 0, readAt: 0), roles: roles)
        return id
    }

    /// Somebody who just came in, by account or by the link of a notice.
    func guest(roles: Set<String> = [], notice: UUID? = nil) async throws -> Guest {
        try await guest(account("\(UUID().uuidString)@lab.example", roles: roles), notice: notice)
    }

    /// One more session of somebody.
    func guest(_ person: Person.ID, notice: UUID? = nil) async throws -> Guest {
        let token = (UUID().uuidString + UUID().uuidString).lowercased().filter { $0 != "-" }
        try await accounts.open(
            UUID(), tokenHash: Self.hash(token), person: person, notice: notice,
            origin: Origin(address: "192.0.2.1", agent: "Browser"), limits: SessionLimits())
        guard let visitor = try await doorkeeper.visitor(token) else { throw NobodyThere() }
        return Guest(token: token, visitor: visitor, formKey: doorkeeper.formKey(of: visitor))
    }

    struct NobodyThere: Error {}
}

extension Wire {
    /// A page as a guest sees it; without one, as a stranger does.
    func page(_ path: String, of guest: Guest? = nil, _ headers: [String] = []) async throws -> Reply {
        try await get(path, (guest.map { [$0.cookie] } ?? []) + headers)
    }

    /// Sends a form as its page would, with the key of the guest's session.
    func submit(
        _ path: String, _ fields: [(String, String)], by guest: Guest? = nil, key: String? = nil,
        _ headers: [String] = []
    ) async throws -> Reply {
        let keys = (key ?? guest?.formKey).map { [(name: "formKey", value: $0)] } ?? []
        let body = Fields(keys + fields.map { (name: $0.0, value: $0.1) }).encoded
        return try await send(
            "POST \(path)",
            [
                "Host: localhost", "Connection: close", "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: \(body.utf8.count)",
            ] + (guest.map { [$0.cookie] } ?? []) + headers, body: body)
    }
}
