package import Agreements

/// What waits, on whom, how long; and what failed.
package struct OfficeView: Sendable, Hashable {
    /// The legal time of this reading.
    package var now: Instant
    /// Every file is in exactly one.
    package var groups: [Group]
    /// What a runner should have done by now; nil where none is late.
    package var late: LocalizedText?
    /// Tables under their headings.
    package var sections: [Section]

    package init(now: Instant, groups: [Group], late: LocalizedText?, sections: [Section]) {
        self.now = now
        self.groups = groups
        self.late = late
        self.sections = sections
    }

    /// Files that wait on the same, with the list of them.
    package struct Group: Sendable, Hashable {
        /// Its label is the text `office.` and this.
        package var key: String
        package var count: Int
        package var oldest: Instant?
        package var path: String

        package init(_ key: String, _ count: Int, oldest: Instant?, path: String) {
            self.key = key
            self.count = count
            self.oldest = oldest
            self.path = path
        }
    }

    /// One table of the page.
    package struct Section: Sendable, Hashable {
        /// Its heading is the text `office.` and this.
        package var key: String
        package var table: ListTable

        package init(_ key: String, _ table: ListTable) {
            self.key = key
            self.table = table
        }
    }
}
