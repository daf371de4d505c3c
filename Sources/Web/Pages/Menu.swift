import Agreements
import Engine

/// The pages that a visitor finds in the menu: those that they may open.
enum Menu {
    private static let items: [(path: String, key: String, access: Access)] = [
        ("/todo", "menu.todo", .account),
        ("/files", "list.files", .account),
        ("/files/new", "menu.new", .account),
        ("/portfolio", "portfolio.title", .overview),
        ("/forecast", "forecast.title", .overview),
        ("/ops", "menu.office", .watch),
        ("/ops/measures", "list.measures", .security),
        ("/ops/retention", "retention.title", .archive),
        ("/leave", "menu.leave", .account),
        ("/account", "menu.account", .account),
    ]

    /// The one whose path says most of where the visitor is, is the one that they are at.
    static func entries(for visitor: Visitor, at path: String, in language: Language) -> [[String: Any]] {
        let open = items.filter { $0.access.admits(visitor) }
        let here = open.map(\.path).filter { path == $0 || path.hasPrefix("\($0)/") }.max {
            $0.count < $1.count
        }
        return open.map { item in
            ["path": item.path, "label": Catalogue.text(item.key)[language], "isHere": item.path == here]
        }
    }
}
