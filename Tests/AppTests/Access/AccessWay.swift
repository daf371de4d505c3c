/// On which way somebody tries to read a file.
enum AccessWay: String, Sendable, Hashable, CaseIterable {
    case page, edit, shelf, download, difference
    /// The form of an act.
    case form
    /// Plain SQL as the role that pages read as.
    case rows
}
