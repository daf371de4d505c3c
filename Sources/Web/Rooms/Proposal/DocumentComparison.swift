import Uploads

/// What two versions of a document say to one another.
enum DocumentComparison: Sendable {
    case same
    case different(LineDifference)
    case impossible(TextFlaw)

    /// Reads both whole: call it off the cooperative pool.
    init(from old: [UInt8], to new: [UInt8], readingPDF reader: PDFTextReader?) {
        do throws(TextFlaw) {
            let hasPaper = [old, new].contains { FileFormat.format(of: $0) == .pdf }
            let read = hasPaper ? DocumentText.sentences : DocumentText.text
            let (before, after) = (try read(old, reader), try read(new, reader))
            guard let difference = LineDifference(from: before, to: after) else { throw TextFlaw.tooLong }
            self = difference.inserted + difference.removed > 0 ? .different(difference) : .same
        } catch {
            self = .impossible(error)
        }
    }
}
