import Uploads

/// What two versions of a document say to one another.
enum DocumentComparison: Sendable {
    case same
    case different(LineDifference)
    case impossible(TextFlaw)

    /// Reads both whole: call it off the cooperative pool.
    init(from old: [UInt8], to new: [UInt8]) {
        do throws(TextFlaw) {
            let before = try DocumentText.text(of: old)
            let after = try DocumentText.text(of: new)
            guard let difference = LineDifference(from: before, to: after) else { throw TextFlaw.tooLong }
            self = difference.inserted + difference.removed > 0 ? .different(difference) : .same
        } catch {
            self = .impossible(error)
        }
    }
}
