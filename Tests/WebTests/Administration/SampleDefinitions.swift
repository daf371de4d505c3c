import Agreements
import Engine
import Web

/// Definitions that answer what a test gave them.
struct SampleDefinitions: DefinitionDesk {
    var list = ListTable([.instrument, .version, .running], [], count: 0)
    var awaited: [String] = []
    var refused: [String] = []
    var view: DefinitionView? = .sample
    var brought: CandidateView?
    var onBring: @Sendable ([UploadedFile]) throws -> Void = { _ in }
    var onPublish: @Sendable (String, Bool) throws -> Void = { _, _ in }

    func definitions(_ visitor: Visitor) async throws -> DefinitionList {
        DefinitionList(list, awaited: awaited, refused: refused)
    }
    func definition(_ name: DefinitionName, _ visitor: Visitor) async throws -> DefinitionView? { view }
    func picture(_ picture: PictureRequest, of name: DefinitionName, _ visitor: Visitor) async throws
        -> String?
    {
        view == nil ? nil : "<svg>\(picture.process) \(picture.language.rawValue) \(picture.isWhole)</svg>"
    }
    func candidate(_ visitor: Visitor) async throws -> CandidateView? { brought }
    func candidatePicture(_ picture: PictureRequest, _ visitor: Visitor) async throws -> String? {
        brought == nil ? nil : "<svg/>"
    }
    func bring(_ files: [UploadedFile], _ visitor: Visitor) async throws { try onBring(files) }
    func publishCandidate(_ sha256: String, migrating: Bool, _ visitor: Visitor) async throws {
        try onPublish(sha256, migrating)
    }
}

extension DefinitionView {
    /// A published definition with two files in its first stage; a title must be escaped.
    static var sample: DefinitionView {
        let draft = LocalizedText(fr: "Brouillon", en: "Draft <1>")
        let since = Instant(millisecondsSinceEpoch: 1_620_000_000_000)
        var view = DefinitionView(
            name: DefinitionName("lia", "2016.1"), title: .init(fr: "Laboratoire", en: "Laboratory"),
            instrument: "LIA", sha256: String(repeating: "ab", count: 32),
            processes: [
                .init(
                    "life", .init(fr: "Vie", en: "Life"),
                    [
                        .init(
                            path: [draft, .init(fr: "Ouvert", en: "Open")],
                            worker: .init(fr: "Porteur", en: "Lead applicant"), count: 2, oldest: since)
                    ]),
                .init("review", .init(fr: "Expertise", en: "Review"), [.init(path: [draft], worker: nil)]),
            ],
            values: ListTable(
                [.name, .value, .from],
                [[.text("securitySilence"), .words(.init(fr: "2 mois", en: "2 months")), .none]], count: 1),
            gate: .sound)
        view.publication = .init(at: since, by: "Anne Martin", running: 2)
        view.stages = .init(
            table: ListTable(
                [.stage, .onPerson, .onDate, .onJob, .over, .oldest],
                [
                    [
                        .link(draft, to: "/ops/waits?stage=draft"), .number(2), .none, .none, .none,
                        .moment(since),
                    ]
                ],
                count: 1), sums: [2, 0, 0, 0], path: "/ops/waits?definition=lia&version=2016.1", now: since)
        return view
    }
}

extension GateView {
    static let sound = GateView(
        findings: [], warnings: [],
        properties: [.init(.init(fr: "Fin possible", en: "An end is possible"), .proved)])
    static let unsound = GateView(
        findings: [
            .init(
                place: "lia.yaml:12:3", code: "dead_transition",
                message: .init(fr: "rien ne la prend <jamais>", en: "nothing <ever> takes it"),
                advice: .init(fr: "Retirez-la.", en: "Remove it."),
                path: [
                    .init(fr: "submit par PI_FR", en: "submit by PI_FR"),
                    .init(fr: "admit par INT", en: "admit by INT"),
                ])
        ], warnings: [], properties: [])
}
