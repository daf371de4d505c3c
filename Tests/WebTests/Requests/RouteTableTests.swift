import Agreements
import Engine
import Foundation
import HTTPTypes
import Testing

@testable import Web

/// Every row of the table of routes, tried by everybody who could stand before it.
@Suite("The table of routes")
struct RouteTableTests {
    private struct Person: Sendable {
        let name: String
        let guest: Guest?
    }

    /// Nobody, a reader of a notice, an account without roles, and one of each role.
    private static func people(_ house: House, _ notice: UUID) async throws -> [Person] {
        var people = [
            Person(name: "nobody", guest: nil),
            Person(
                name: "a link",
                guest: try await house.guest(roles: Set(RoleTitles.names.keys), notice: notice)
            ),
            Person(name: "no role", guest: try await house.guest()),
        ]
        for role in RoleTitles.names.keys.sorted() {
            people.append(Person(name: role, guest: try await house.guest(roles: [role])))
        }
        return people
    }

    @Test("Everybody is admitted or refused exactly as its row says, before anything is read")
    func access() async throws {
        let sample = try await RouteSample()
        let people = try await Self.people(sample.house, sample.notice)
        try await withServer(sample.status, house: sample.house) { wire in
            for route in Routes.house {
                for person in people { try await Self.check(route, person, sample, wire) }
            }
        }
    }

    private static func check(_ route: Route, _ person: Person, _ sample: RouteSample, _ wire: Wire)
        async throws
    {
        let (path, cookies) = (sample.path(of: route), person.guest.map { [$0.cookie] } ?? [])
        let isAdmitted = route.access.admits(person.guest?.visitor)
        let reply =
            route.method == .get
            ? try await wire.get(path, cookies)
            : try await wire.send(
                route, to: path, body: RouteSample.body(of: route, key: nil),
                type: RouteSample.contentType(of: route), cookies)
        let code = reply.member("code")
        let isTurnedAway =
            code == "not_authorized" || code == "not_logged_in"
            || (reply.headers["location"]?.hasPrefix("/login?next=") ?? false)
        #expect(isTurnedAway == !isAdmitted, "\(person.name) at \(route.testDescription): \(reply.status)")
        #expect(reply.status < 500, "\(person.name) at \(route.testDescription): \(reply.status)")
        if !isAdmitted {
            let expected = person.guest != nil ? 403 : route.method == .get ? 303 : 401
            #expect(reply.status == expected, "\(person.name) at \(route.testDescription): \(reply.status)")
        } else if route.method == .post {
            #expect(reply.status == 403 && code == "stale_form", "\(route.testDescription): \(reply.status)")
        }
    }

    @Test(
        "Who holds what is what the rule says",
        arguments: [
            (Access.anyone, true, true, true, true), (.visitor, false, true, true, true),
            (.account, false, false, true, true), (.roles(["DG"]), false, false, false, true),
            (.roles([]), false, false, false, false),
        ])
    func admits(access: Access, nobody: Bool, link: Bool, account: Bool, role: Bool) async throws {
        let house = House()
        #expect(access.admits(nil) == nobody)
        #expect(access.admits(try await house.guest(roles: ["DG"], notice: UUID()).visitor) == link)
        #expect(access.admits(try await house.guest(roles: ["INT"]).visitor) == account)
        #expect(access.admits(try await house.guest(roles: ["DG"]).visitor) == role)
    }

    @Test("Every role that a row names is one of the house")
    func roles() {
        for route in Routes.house {
            guard case .roles(let roles) = route.access else { continue }
            #expect(!roles.isEmpty && roles.isSubset(of: RoleTitles.names.keys), "\(route.testDescription)")
        }
    }

    @Test("No two rows answer the same request, and none changes anything by GET")
    func shape() {
        let rows = Routes.house.map { route in
            let parts = route.path.description.split(separator: "/", omittingEmptySubsequences: false)
            return "\(route.method.rawValue) "
                + parts.map { $0.hasPrefix(":") ? ":" : String($0) }.joined(separator: "/")
        }
        #expect(Set(rows).count == rows.count)
        for route in Routes.house {
            #expect(route.method == .get || route.method == .post, "\(route.testDescription)")
            #expect((route.method == .get) == (route.body == .none), "\(route.testDescription)")
        }
    }

    @Test("Every page has a title, one first heading and a language, and every form of it its key")
    func titles() async throws {
        let sample = try await RouteSample()
        let guest = try await sample.house.guest(roles: Set(RoleTitles.names.keys))
        try await withServer(sample.status, house: sample.house) { wire in
            for route in Routes.house where route.method == .get {
                for language in ["fr", "en"] {
                    let path = "\(sample.path(of: route))?\(sample.query(of: route))lang=\(language)"
                    let reply = try await wire.page(path, of: guest)
                    guard reply.headers["content-type"] == "text/html; charset=utf-8" else { continue }
                    Self.checkPage(reply, language, route)
                }
            }
        }
    }

    private static func checkPage(_ reply: Reply, _ language: String, _ route: Route) {
        let (body, name) = (reply.body, route.testDescription)
        #expect(reply.status == 200 && reply.headers["content-language"] == language, "\(name)")
        let title = body.firstMatch(of: /<title>([^<]*) – Entente<\/title>/)?.1 ?? ""
        #expect(!String(title).trimmingBlanks.isEmpty, "\(name)")
        #expect(body.count(of: "<h1") == 1 && body.count(of: "<main") == 1, "\(name)")
        #expect(body.contains("<html lang=\"\(language)\">"), "\(name)")
        #expect(
            !body.contains("<script") && !body.contains(" style=") && !body.contains(" onclick="), "\(name)")
        let posts = body.count(of: "method=\"post\"")
        #expect(body.count(of: "name=\"formKey\" value=\"") == posts && posts > 0, "\(name)")
        #expect(body.utf8.count < 150_000, "\(name)")
    }
}
