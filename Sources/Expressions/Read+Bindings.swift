extension Read {
    /// Bindings that hold just what was read, so that the same program decides the same again.
    ///
    /// A field that was only asked for is there as null, one that was missing is left out.
    package static func bindings(from reads: [Read]) -> [String: Value] {
        var root = Branch()
        for read in reads where read.isPresence { root.place(read, at: read.steps[...]) }
        for read in reads where !read.isPresence { root.place(read, at: read.steps[...]) }
        return root.children.compactMapValues(\.value)
    }
}

/// A part of bindings while they are put together.
private struct Branch {
    var whole: Value?
    var children: [String: Branch] = [:]
    /// Whether something is known to be a map here, be it empty.
    var isMap = false

    var value: Value? {
        whole ?? (isMap ? .object(children.compactMapValues(\.value)) : nil)
    }

    mutating func place(_ read: Read, at steps: ArraySlice<String>) {
        guard let step = steps.first else {
            if !read.isPresence { whole = read.value }
            return
        }
        isMap = true
        let isLast = steps.count == 1
        guard !(isLast && read.isPresence) else {
            if read.value == true, children[step] == nil { children[step] = Branch(whole: .null) }
            return
        }
        var child = children[step] ?? Branch()
        // The null of a mere presence gives way to what is known better.
        if !isLast, child.whole == .null { child.whole = nil }
        child.place(read, at: steps.dropFirst())
        children[step] = child
    }
}
