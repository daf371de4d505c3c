/// What the amounts of a dossier say against each other, by what its definition declares of them.
package struct BudgetSense {
    private let fields: [DossierField]
    private let values: [String: JSON]

    package init(_ values: [String: JSON], of fields: [DossierField]) {
        self.values = values
        self.fields = fields
    }

    /// The parts that cannot be right beside their total, each with what is wrong; nothing where there is no total.
    package var problems: [String: LocalizedText] {
        var problems: [String: LocalizedText] = [:]
        for total in exceeded {
            if let part = partBeyond(total) { problems[part.name] = beyond(total) }
        }
        for part in tooLarge { problems[part.name] = tooMuch(part) }
        return problems
    }

    /// The names of the parts above their share, and of the totals that their parts together exceed.
    package var beyond: [String] { tooLarge.map(\.name) + exceeded }

    /// The part with which the sum goes beyond its total.
    private func partBeyond(_ name: String) -> DossierField? {
        guard let total = amount(name) else { return nil }
        var sum: Int64 = 0
        return parts(of: name).first { part in
            sum = Self.sum(sum, amount(part.name) ?? 0)
            return sum > total
        }
    }

    private var exceeded: [String] {
        fields.compactMap(\.share?.total).uniqued().filter { name in
            guard let total = amount(name) else { return false }
            return parts(of: name).compactMap { amount($0.name) }.reduce(0, Self.sum) > total
        }
    }

    private var tooLarge: [DossierField] {
        fields.filter { field in
            guard let share = field.share, let percent = share.percentMax, let part = amount(field.name),
                let total = amount(share.total)
            else { return false }
            return Self.product(part, 100) > Self.product(total, Int64(percent))
        }
    }

    private func parts(of total: String) -> [DossierField] { fields.filter { $0.share?.total == total } }

    private func amount(_ name: String) -> Int64? {
        if case .integer(let number) = values[name] { number } else { nil }
    }

    private func title(_ name: String) -> LocalizedText {
        fields.first { $0.name == name }?.title ?? LocalizedText(fr: name, en: name)
    }

    private func beyond(_ total: String) -> LocalizedText {
        LocalizedText(
            fr: "les parts dépassent ensemble « \(title(total).fr) »",
            en: "the parts together exceed “\(title(total).en)”")
    }

    private func tooMuch(_ part: DossierField) -> LocalizedText {
        let percent = part.share?.percentMax ?? 100
        guard percent > 0 else {
            return LocalizedText(fr: "aucun montant n’est admis ici", en: "no amount is allowed here")
        }
        let total = title(part.share?.total ?? part.name)
        return LocalizedText(
            fr: "plus de \(percent) % de « \(total.fr) »", en: "more than \(percent) % of “\(total.en)”")
    }

    private static func sum(_ a: Int64, _ b: Int64) -> Int64 {
        let (sum, isBeyond) = a.addingReportingOverflow(b)
        return isBeyond ? .max : sum
    }

    private static func product(_ a: Int64, _ b: Int64) -> Int64 {
        let (product, isBeyond) = a.multipliedReportingOverflow(by: b)
        return isBeyond ? .max : product
    }
}
