package import Agreements

/// One entry of a reference list, and when it holds.
package struct ReferenceRow: Codable, Sendable, Hashable {
    package var list: List
    /// The entry: `KR`, `EU`, `NNP`, `LIA`.
    package var code: String
    /// Of a region: the country that belongs to it.
    package var member: String?
    /// Of a country: ISO 3166-1 alpha-3.
    package var alpha3: String?
    package var name: LocalizedText
    /// The codes that took the place of one that has ended.
    package var successors: [String]
    /// Of a rule of retention: what it is about, how long, and what then.
    package var details: [String: String]?
    /// The first day on which it holds; nil: ever since.
    package var from: Day?
    /// The first day on which it no longer holds; nil: it still does.
    package var until: Day?

    /// The lists that there are; raw values are stored.
    package enum List: String, Codable, Sendable, Hashable, CaseIterable {
        case country, region, itmo, instrument, retention
    }

    package init(
        _ list: List, _ code: String, member: String? = nil, alpha3: String? = nil, name: LocalizedText,
        successors: [String] = [], details: [String: String]? = nil, from: Day? = nil, until: Day? = nil
    ) {
        self.list = list
        self.code = code
        self.member = member
        self.alpha3 = alpha3
        self.name = name
        self.successors = successors
        self.details = details
        self.from = from
        self.until = until
    }
}

extension ReferenceRow {
    /// What the entry is, whatever it says and whenever.
    package struct Key: Sendable, Hashable {
        package var list: List
        package var code: String
        package var member: String?

        /// - Parameter member: of a region only.
        package init(list: List, code: String, member: String? = nil) {
            self.list = list
            self.code = code
            self.member = member
        }
    }

    /// What it says something of.
    package var key: Key { Key(list: list, code: code, member: member) }

    /// Whether two rows say the same of the same entry; their dates may differ.
    func saysTheSame(as other: ReferenceRow) -> Bool {
        key == other.key && name == other.name && alpha3 == other.alpha3 && successors == other.successors
            && details == other.details
    }
}

extension ReferenceRow.Key: CustomStringConvertible {
    /// Reads what ``description`` writes.
    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard (2...3).contains(parts.count), let list = ReferenceRow.List(rawValue: parts[0]),
            !parts[1].isEmpty
        else { return nil }
        self.init(list: list, code: parts[1], member: parts.count == 3 ? parts[2] : nil)
    }

    /// As in addresses: `itmo:I3M`, `region:EU:FR`.
    package var description: String {
        [list.rawValue, code, member].compactMap(\.self).joined(separator: ":")
    }
}
