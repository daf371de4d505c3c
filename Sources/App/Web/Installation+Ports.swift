import Agreements
import Crypto
package import Engine
import Storage
package import Web

extension Installation {
    /// Who comes in, and how; in a simulated database a second factor may be set up, in a real one it must be.
    package func doorkeeper() throws -> Doorkeeper {
        let key = try LinkKey.load(path: settings.linkKeyFile)
        return Doorkeeper(
            store: PostgresAccountStore(databases.app), key: SymmetricKey(data: key.bytes),
            randomness: randomness,
            needsFactor: !institution.simulated)
    }

    /// Everything that the pages ask.
    package func webPorts(_ site: Site) throws -> WebPorts {
        WebPorts(
            institution: WebInstitution(
                name: institution.name, contact: institution.contact, zone: institution.zone,
                isSimulated: institution.simulated),
            status: StatusReport(site, self).port, doorkeeper: try doorkeeper(), files: WebDesk(self),
            proposals: WebDesk(self))
    }
}
