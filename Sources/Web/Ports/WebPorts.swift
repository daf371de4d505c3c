package import Agreements
package import Engine
package import Uploads

/// Everything that the pages ask of the rest of the house.
package struct WebPorts: Sendable {
    private let currentInstitution: @Sendable () -> WebInstitution
    package var status: WebStatus
    package var doorkeeper: Doorkeeper
    package var files: any FileDesk
    package var leave: any LeaveDesk
    package var office: any OfficeDesk
    package var register: any RegisterForms
    package var proposals: any ProposalDesk
    package var definitions: any DefinitionDesk
    package var retention: any RetentionDesk
    /// What looks through files that come with forms; nil where none was set up.
    package var scanner: VirusScanner?
    /// What reads the text of PDF files; nil where nothing does.
    package var pdfText: PDFTextReader?

    /// - Parameter institution: asked for each page: it may change.
    package init(
        institution: @autoclosure @escaping @Sendable () -> WebInstitution, status: WebStatus,
        doorkeeper: Doorkeeper, files: any FileDesk,
        leave: any LeaveDesk, office: any OfficeDesk, register: any RegisterForms,
        proposals: any ProposalDesk, definitions: any DefinitionDesk, retention: any RetentionDesk,
        scanner: VirusScanner? = nil, pdfText: PDFTextReader? = nil
    ) {
        currentInstitution = institution
        self.status = status
        self.doorkeeper = doorkeeper
        self.files = files
        self.leave = leave
        self.office = office
        self.register = register
        self.proposals = proposals
        self.definitions = definitions
        self.retention = retention
        self.scanner = scanner
        self.pdfText = pdfText
    }

    /// Whose pages these are, as it is now.
    package var institution: WebInstitution { currentInstitution() }
}

/// Whose pages these are.
package struct WebInstitution: Sendable, Hashable {
    package var name: String
    /// Where people write to when a page does not help.
    package var contact: String
    package var zone: Zone
    /// Whether legal time is simulated: every page says so.
    package var isSimulated: Bool

    package init(name: String, contact: String, zone: Zone = .paris, isSimulated: Bool) {
        self.name = name
        self.contact = contact
        self.zone = zone
        self.isSimulated = isSimulated
    }
}
