import Agreements
import Storage
package import Web

extension Installation {
    /// Everything that the pages ask.
    package var webPorts: WebPorts {
        let desk = WebDesk(self)
        return WebPorts(
            institution: WebInstitution(
                name: institution.name, contact: institution.contact, zone: institution.zone,
                isSimulated: institution.simulated),
            status: StatusReport(self).port, doorkeeper: doorkeeper, files: desk, leave: desk,
            office: desk, register: desk,
            proposals: desk, definitions: desk, retention: desk,
            scanner: settings.scanner.map { ClamdScanner($0).port }, pdfText: PDFToText.installed?.port)
    }
}
