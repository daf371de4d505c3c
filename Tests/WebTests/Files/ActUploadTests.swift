import Agreements
import Synchronization
import Testing

@testable import Web

@Suite("The documents that come with the form of an act")
struct ActUploadTests {
    private static let path = "/files/LIA-2016-0042/acts/decide"
    private static let filled = [
        ("process", "life"), ("revision", "7"), ("request", "r-1"), ("f.amount", "15 000"),
        ("f.outcome", "yes"), ("reason", "Il le faut"),
    ]

    /// What was asked of the desk.
    private final class Orders: Sendable {
        private let orders = Mutex<[ActRequest]>([])
        var all: [ActRequest] { orders.withLock { $0 } }
        func add(_ order: ActRequest) { orders.withLock { $0.append(order) } }
    }

    private static func house(_ form: ActForm, _ orders: Orders) -> House {
        var house = House()
        house.files.form = form
        house.files.onAct = { orders.add($0) }
        return house
    }

    @Test("A document that an act asks for may come with the form; what is none comes back beside its field")
    func upload() async throws {
        let orders = Orders()
        var form = ActForm.sample
        form.uploads = [.init("report", .init(fr: "Rapport annuel", en: "Annual report"), isNeeded: true)]
        try await Self.house(form, orders).caller { guest in
            func send(_ name: String, _ bytes: String) async throws -> Reply {
                try await guest.upload(
                    Self.path, Self.filled, field: "file.report", name: name, bytes: Array(bytes.utf8),
                    from: Self.path)
            }
            let page = try await guest.get(Self.path).body
            #expect(
                page.contains("<label for=\"file-report\">Rapport annuel</label>"),
                "Needed, under its own name.")
            #expect(page.contains("enctype=\"multipart/form-data\"") && page.contains("type=\"file\""))
            let missing = try await guest.post(Self.path, Self.filled, from: Self.path)
            #expect(missing.status == 422 && missing.body.contains("id=\"file-report-problem\""))
            let wrong = try await send("report.pdf", "no")
            #expect(wrong.status == 422 && orders.all.isEmpty)
            #expect(wrong.body.contains("aria-describedby=\"file-report-help file-report-problem\""))
            let chosen = Self.filled + [("f.report", "d1")]
            #expect(try await guest.post(Self.path, chosen, from: Self.path).status == 303)
            #expect(try await send("report.txt", "Un rapport.").status == 303)
            let upload = ActRequest.Upload(
                field: "report", fileName: "report.txt", bytes: Array("Un rapport.".utf8))
            #expect(orders.all.map(\.uploads) == [[], [upload]])
        }
    }

    @Test("An act that asks for two documents takes each with the form, in a field of its own")
    func uploads() async throws {
        let orders = Orders()
        var form = ActForm.sample
        form.uploads = [
            .init("report", .init(fr: "Rapport", en: "Report"), isNeeded: true),
            .init("project", .init(fr: "Projet", en: "Project"), isNeeded: true),
        ]
        try await Self.house(form, orders).caller { guest in
            func send(_ files: [(String, String)]) async throws -> Reply {
                let files = files.map {
                    UploadedFile(field: "file.\($0.0)", name: "\($0.0).txt", bytes: Array($0.1.utf8))
                }
                return try await guest.upload("\(Self.path)?lang=en", Self.filled, files, from: Self.path)
            }
            let page = try await guest.get("\(Self.path)?lang=en").body
            for (name, label) in [("report", "Report"), ("project", "Project")] {
                #expect(page.contains("<label for=\"file-\(name)\">\(label)</label>"), "\(name)")
                #expect(page.contains("id=\"file-\(name)\" name=\"file.\(name)\" type=\"file\""), "\(name)")
            }
            let one = try await send([("report", "Un rapport.")])
            #expect(one.status == 422 && orders.all.isEmpty)
            #expect(one.body.contains("href=\"#file-project\">Project</a>"))
            #expect(!one.body.contains("id=\"file-report-problem\""))
            #expect(try await send([("project", "Un projet."), ("report", "Un rapport.")]).status == 303)
            let sent = orders.all.first?.uploads.map { "\($0.field) \($0.fileName)" }
            #expect(sent == ["report report.txt", "project project.txt"])
        }
    }
}
