extension SCXMLFolder {
    /// The document in the file of this name, or the one inside it, where the name goes on with its place there;
    /// nil for one outside the folder, and for what cannot be read.
    func document(named source: String) -> SCXMLDocument? {
        if source.hasPrefix(Self.contentMark) { return document(inside: source) }
        let file = String(source.prefix { $0 != "#" })
        guard let text = try? load(file), let document = document(of: text, path: file, files: [file]) else {
            return nil
        }
        return file == source ? document : document.allDocuments[source]
    }

    /// The document that a text is; nil for one that is none.
    ///
    /// Like every part of a document it is of the namespace of SCXML where it does not say otherwise.
    func document(writtenAs text: String) -> SCXMLDocument? {
        guard let end = text.lastIndex(of: ">") else { return nil }
        let text = String(text[...end])
        return document(of: text, path: Self.contentMark + text, files: [])
    }

    /// Begins the names of documents inside one that is given as a text: no file is called so.
    private static let contentMark = "\0"

    /// The document of this name inside one that was given as a text: the name begins with that text, which
    /// ends with a tag or a comment, and goes on with the place.
    private func document(inside source: String) -> SCXMLDocument? {
        guard let end = source.lastIndex(of: ">") else { return nil }
        let text = String(source[...end].dropFirst(Self.contentMark.count))
        return document(writtenAs: text)?.allDocuments[source]
    }

    private func document(of text: String, path: String, files: [String]) -> SCXMLDocument? {
        var reader = SCXMLReader(folder: self)
        (reader.files, reader.path) = (files, path)
        let isPart = files.isEmpty
        return try? reader.document(SCXMLTree.read(SCXMLPrologue.check(Array(text.utf8)), isPart: isPart))
    }
}
