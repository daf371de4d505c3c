/// What reads the text of PDF files as it stands on their pages.
package struct PDFTextReader: Sendable {
    /// The text of a file in UTF-8; the thread waits for it.
    package let read: @Sendable (_ bytes: [UInt8]) throws(TextFlaw) -> String

    /// A reader that does this.
    package init(_ read: @escaping @Sendable (_ bytes: [UInt8]) throws(TextFlaw) -> String) {
        self.read = read
    }
}
