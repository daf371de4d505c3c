package import Agreements
import Postgres

/// Which files a page shows, and in which order; nil leaves a criterion out.
package struct PortfolioFilter: Sendable, Hashable {
    package var instrument: String?
    package var legal: LegalStatus?
    /// A stage of the life: the first part of its active states.
    package var stage: String?
    /// The country of a foreign party.
    package var country: String?
    /// A region of the reference list to which the country of a foreign party belongs on ``today``;
    /// ``elsewhere`` for countries of none.
    package var region: String?
    /// A thematic institute; ``unstated`` for files that name none.
    package var itmo: String?
    /// The first and the last day on which their term may end.
    package var endsFrom: Day?
    package var endsUntil: Day?
    /// Whether only files without an end of term are shown.
    package var isOpenEnded = false
    /// Files that have not ended and whose term ends from ``today`` to this day.
    package var endingBy: Day?
    /// Words, each of which is found in reference, number, unit, name of a party, acronym or a title that the asker may
    /// read; in either case, with or without accents.
    package var text: String?
    package var today: Day
    package var order = Order.recent

    package init(today: Day) { self.today = today }

    /// Stands for the countries that belong to no region.
    package static let elsewhere = "-"
    /// Stands for what a file does not say.
    package static let unstated = "-"

    /// The orders that there are.
    package enum Order: String, Sendable, Hashable, CaseIterable {
        case recent, opened, reference, ending

        var sql: SQL {
            switch self {
            case .recent: "a.updated_at DESC, a.id"
            case .opened: "a.started_at DESC, a.id"
            case .reference: "a.reference NULLS LAST, a.id"
            case .ending: "a.term_end NULLS LAST, a.id"
            }
        }
    }

    /// What a row of the table `a` must be.
    var conditions: SQL {
        var conditions: [SQL] = ["true"]
        if let instrument { conditions.append("a.instrument = \(instrument)") }
        if let legal { conditions.append("a.legal = \(legal.rawValue)") }
        if let stage {
            conditions.append(
                """
                (strpos(\(Self.states), ',' || \(stage) || '.') > 0
                    OR strpos(\(Self.states), ',' || \(stage) || ',') > 0)
                """)
        }
        if let itmo {
            conditions.append(itmo == Self.unstated ? "a.itmo IS NULL" : "a.itmo = \(itmo)")
        }
        if let country {
            conditions.append(Self.party("o.country = \(country) AND NOT o.home"))
        }
        if let region { conditions.append(Self.party("\(inRegion(region)) AND NOT o.home")) }
        conditions += ends
        for word in Self.words(of: text ?? "") {
            conditions.append("a.id IN (SELECT entente.files_with(\(word)))")
        }
        return .joined(conditions, separator: " AND ")
    }

    /// What the end of its term must be.
    private var ends: [SQL] {
        var conditions: [SQL] = []
        if let endingBy {
            conditions.append("a.legal <> 'ended' AND a.term_end BETWEEN \(today) AND \(endingBy)")
        }
        if let endsFrom { conditions.append("a.term_end >= \(endsFrom)") }
        if let endsUntil { conditions.append("a.term_end <= \(endsUntil)") }
        if isOpenEnded { conditions.append("a.term_end IS NULL") }
        return conditions
    }

    /// What is looked for: an apostrophe, straight or curved, parts words; single letters count where there is
    /// nothing longer.
    static func words(of text: String) -> [String] {
        let words = text.split { $0.isWhitespace || $0 == "'" || $0 == "\u{2019}" }.map(String.init)
        let long = words.filter { $0.count > 1 }
        return Array((long.isEmpty ? words : long).prefix(wordsMax))
    }

    /// More words are not looked for.
    private static let wordsMax = 8

    /// The active states between commas: `,active.term.running,active.standing.normal,`.
    private static let states: SQL = "',' || array_to_string(a.state, ',') || ','"

    /// Whether one of its parties is an organisation `o` of that kind.
    ///
    /// `coalesce` keeps the planner from taking it for rare: then it would look at each file by itself for row security.
    private static func party(_ condition: SQL) -> SQL {
        "coalesce(a.parties && ARRAY (SELECT o.id FROM entente.organisation o WHERE \(condition)), false)"
    }

    private func inRegion(_ region: String) -> SQL {
        guard region != Self.elsewhere else {
            return "NOT EXISTS (\(Self.regions(on: today)) AND r.member = o.country)"
        }
        return "EXISTS (\(Self.regions(on: today)) AND r.member = o.country AND r.code = \(region))"
    }

    /// The countries of the regions on a day.
    static func regions(on day: Day) -> SQL {
        """
        SELECT r.code, r.member FROM entente.reference r
        WHERE r.list = 'region' AND coalesce(r.valid_from <= \(day), true) AND coalesce(\(day) < r.valid_until, true)
        """
    }
}
