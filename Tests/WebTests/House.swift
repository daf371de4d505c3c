import Agreements
import Crypto
import Engine
import FoundationEssentials
import TestSupport
import Uploads
import Web

/// A house with people who may come in, behind the pages: accounts in memory, files as each test wants them.
struct House: Sendable {
    let accounts = InMemoryAccounts()
    let doorkeeper: Doorkeeper
    var files = SampleFiles()
    var leave = SampleLeave()
    var office = SampleOffice()
    var register = SampleRegister()
    var proposals = SampleProposals()
    var definitions = SampleDefinitions()
    var retention = SampleRetention()
    var scanner: VirusScanner?
    var pdfText: PDFTextReader?
    var isSimulated = false

    init(needsFactor: Bool = false) {
        doorkeeper = Doorkeeper(
            store: accounts, key: SymmetricKey(data: Array(repeating: 7, count: 32)), randomness: .testing,
            needsFactor: needsFactor, hash: PasswordHash(cost: 14))
    }

    func ports(_ status: WebStatus) -> WebPorts {
        WebPorts(
            institution: WebInstitution(
                name: "Institut", contact: "contact@entente.example", isSimulated: isSimulated),
            status: status, doorkeeper: doorkeeper, files: files, leave: leave, office: office,
            register: register,
            proposals: proposals, definitions: definitions, retention: retention, scanner: scanner,
            pdfText: pdfText)
    }

    /// Somebody with an account and no password yet.
    @discardableResult
    func person(_ email: String, roles: Set<String> = []) -> Person.ID {
        let id = Person.ID(UUID())
        accounts.add(
            Account(
                person: id, name: "Anne Martin", email: email, isActive: true, password: nil, factor: nil,
                factorStep: 0,
                readAt: 0), roles: roles)
        return id
    }

    /// A session of somebody who just came in, without the door's slow hash: its token.
    func session(of person: Person.ID) async throws -> String {
        let token = String(repeating: "0123456789abcdef", count: 4)
        try await accounts.open(
            UUID(), tokenHash: Self.hash(token), person: person, notice: nil,
            origin: Origin(address: "127.0.0.1", agent: "test"), limits: SessionLimits())
        return token
    }

    static func hash(_ token: String) -> String {
        SHA256.hash(data: Data(token.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

extension Randomness {
    /// Random bytes and identities, nothing to repeat.
    static let testing = Randomness(
        uuid: { UUID() }, salt: { (0..<16).map { _ in UInt8.random(in: .min ... .max) } })
}

/// Files that answer what a test gave them.
struct SampleFiles: FileDesk {
    var work: [WorkItem] = []
    var file: FileView?
    var form: ActForm?
    /// By name of the file, where several are asked for.
    var forms: [String: ActForm] = [:]
    var onAct: @Sendable (ActRequest) throws -> Void = { _ in }
    var onPaper: @Sendable (SignedPaper) throws -> Void = { _ in }
    /// What was done before, by request id.
    var earlier: [String: [LocalizedText]] = [:]

    /// Why there is no form of an act.
    var absence = ActAbsence.notNow

    /// Whether the step of a link waits.
    var isOpen: @Sendable () -> Bool = { true }

    func isStillIn(_ visitor: Visitor) async throws -> Bool { visitor.notice == nil || isOpen() }
    func linkedFile(_ visitor: Visitor) async throws -> String? {
        visitor.notice == nil || !isOpen() ? nil : file?.name
    }
    func worklist(_ visitor: Visitor, shown: Range<Int>) async throws -> Worklist {
        var worklist = Worklist()
        worklist.items = Array(work[shown.clamped(to: work.indices)])
        (worklist.count, worklist.overdue) = (work.count, work.filter(\.isOverdue).count)
        for act in work.flatMap(\.acts) {
            if let set = act.set { worklist.count(act.name.event, set: set, act.title, 1) }
        }
        return worklist
    }
    func file(_ name: String, _ visitor: Visitor) async throws -> FileView? {
        file?.name == name ? file : nil
    }
    func form(_ act: ActName, of file: String, _ visitor: Visitor) async throws -> ActForm? {
        let form = forms[file] ?? form
        return form?.act == act ? form : nil
    }
    func absence(of act: ActName, in file: String, _ visitor: Visitor) async throws -> ActAbsence? {
        self.file?.name == file && act.event == "decide" ? absence : nil
    }
    func act(_ order: ActRequest, of file: String, _ visitor: Visitor) async throws -> [LocalizedText] {
        try onAct(order)
        return [.init(fr: "Retenu", en: "Selected")]
    }
    func earlier(
        _ order: ActRequest, of file: String, _ visitor: Visitor
    ) async throws -> [LocalizedText]? { earlier[order.requestID] }
    func sign(_ paper: SignedPaper, of file: String, _ visitor: Visitor) async throws { try onPaper(paper) }
}

/// Somebody with absences as a test gives them, without delegations.
struct SampleLeave: LeaveDesk {
    static let today = Day(daysSinceEpoch: 16_967)
    var absences: [Absence] = []
    /// What an absence leaves to nobody.
    var left: [LeaveView.Left] = []
    /// What the visitor delegated.
    var given: [LeaveView.Given] = []
    /// Hears the days of each absence and delegation.
    var onDays: @Sendable (FormDays) throws -> Void = { _ in }

    func leave(_ visitor: Visitor) async throws -> LeaveView {
        LeaveView(
            today: Self.today, absences: absences, given: given, received: [],
            roles: [FormChoice("DG", LocalizedText(fr: "Direction générale", en: "Directorate"))],
            people: [FormChoice("someone", LocalizedText(fr: "Lise", en: "Lise"))])
    }
    func addAbsence(_ days: FormDays, requestID: String, _ visitor: Visitor) async throws
        -> [LeaveView.Left]
    {
        try onDays(days)
        return left
    }
    func endAbsence(_ id: String, requestID: String, _ visitor: Visitor) async throws {}
    func delegate(_ order: DelegationRequest, _ visitor: Visitor) async throws {
        try onDays(order.days)
    }
    func revoke(_ id: String, requestID: String, _ visitor: Visitor) async throws {}
}
