import Agreements
import Storage
package import Web

extension Installation {
    /// Everything that the pages ask.
    package func webPorts(_ site: Site) -> WebPorts {
        WebPorts(
            institution: WebInstitution(
                name: institution.name, contact: institution.contact, zone: institution.zone,
                isSimulated: institution.simulated),
            status: StatusReport(site, self).port, doorkeeper: doorkeeper, files: WebDesk(self),
            leave: WebDesk(self))
    }
}
