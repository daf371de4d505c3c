/// Documents of Word, Excel and Writer: nothing in them runs, leads outside, or unpacks to more than it says.
struct OfficeCheck {
    private let bytes: [UInt8]
    /// Charts bring their table as a document inside; that one brings none.
    private let isInside: Bool

    init(_ bytes: [UInt8], isInside: Bool = false) {
        self.bytes = bytes
        self.isInside = isInside
    }

    func check() throws(UploadFlaw) {
        var room = ZipArchive.unpackedMax
        try check(room: &room)
    }

    /// The archives inside share the room with the one around them.
    private func check(room: inout Int) throws(UploadFlaw) {
        let archive = try ZipArchive(bytes)
        room -= archive.unpackedSize
        guard room >= 0 else { throw .bomb }
        for entry in archive.entries {
            guard !Self.runs(entry.name) else { throw .formatActive }
            let content = try archive.content(of: entry)
            if content.starts(with: ZipArchive.entryMark) {
                guard !isInside else { throw .bomb }
                try OfficeCheck(content, isInside: true).check(room: &room)
            } else if Polyglot.holdsArchive(content) {
                throw .polyglot
            }
            try check(entry.name, content)
        }
    }

    /// Bytes of what names the parts and how they belong together.
    private static let partMax = 1 << 20

    private static func runs(_ name: String) -> Bool {
        let name = name.lowercased()
        return name.hasSuffix("vbaproject.bin") || name.hasPrefix("basic/") || name.hasPrefix("scripts/")
            || name.contains("activex") || name.contains("oleobject") || name.contains("macrosheets/")
    }

    private func check(_ name: String, _ content: [UInt8]) throws(UploadFlaw) {
        let name = name.lowercased()
        if name == "meta-inf/manifest.xml", content.holds("encryption-data") { throw .locked }
        guard name.hasSuffix(".rels") || name == "[content_types].xml" else { return }
        guard content.count <= Self.partMax else { throw .bomb }
        // Other encodings, and characters by number, could say the same unseen.
        guard let text = String(validating: content, as: UTF8.self), !text.contains("<!"),
            !text.contains("&#")
        else { throw .broken }
        guard name.hasSuffix(".rels") else {
            guard !text.lowercased().contains("macroenabled") else { throw .formatActive }
            return
        }
        let leadsOut = text.split(separator: "<").contains {
            $0.contains("External") && !$0.contains("/relationships/hyperlink\"")
                && !$0.contains("/relationships/hyperlink'")
        }
        guard !leadsOut else { throw .outside }
    }
}
