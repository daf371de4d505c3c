extension SCXMLFolder {
    /// The document in the file of this name, or the one inside it, where the name goes on with its place there;
    /// nil for one outside the folder, and for what cannot be read.
    func document(named source: String) -> SCXMLDocument? {
        let file = String(source.prefix { $0 != "#" })
        guard let text = try? load(file) else { return nil }
        var reader = SCXMLReader(folder: self)
        (reader.files, reader.path) = ([file], file)
        guard let root = try? SCXMLTree.read(SCXMLPrologue.check(Array(text.utf8))),
            let document = try? reader.document(root)
        else { return nil }
        return file == source ? document : document.allDocuments[source]
    }
}
