/// Why a file is not taken in; raw values are keys of the catalogue of messages.
package enum UploadFlaw: String, Error, CaseIterable, Sendable {
    case empty, formatUnknown, formatOther, formatActive, formatText
    case broken, virus, locked, bomb, paths, outside, headers, polyglot, unscanned
    case pdfScript, pdfForm, pdfActive, pdfEmbedded, pdfHidden, pdfSignature, pdfChanged, pdfLong
}
