import Engine
import Storage

extension Letterhead {
    /// What every mail of the institution has in common, as it is configured now.
    init(_ settings: Settings, _ institution: Institution) {
        self.init(
            contact: institution.contact, sender: settings.institution.senderAddress,
            senderName: "Entente – \(institution.name)", baseURL: settings.institution.baseURL)
    }
}
