/// Why a file is not taken in; raw values are keys of the catalogue of messages.
package enum UploadFlaw: String, Error, CaseIterable, Sendable {
    case empty, formatUnknown, formatOther, formatActive, formatText
    case broken, virus, locked, bomb, paths, outside
    case pdfScript, pdfActive, pdfEmbedded, pdfHidden, pdfChanged, pdfLong
}
