import Agreements

/// Somebody who came in.
struct AccessGuest: Sendable {
    let key: String
    let person: Person.ID
    let token: String
    let formKey: String
}
