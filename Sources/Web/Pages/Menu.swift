import Agreements
import Engine

/// The pages that a visitor finds in the menu: those that they may open.
enum Menu {
    private static let items: [(path: String, key: String, access: Access)] = [
        ("/todo", "menu.todo", .account),
        ("/files", "list.files", .account),
        ("/files/new", "menu.new", .account),
        ("/portfolio", "portfolio.title", .overview),
        ("/leave", "menu.leave", .account),
        ("/account", "menu.account", .account),
    ]

    static func entries(for visitor: Visitor, at path: String, in language: Language) -> [[String: Any]] {
        let open = items.filter { $0.access.admits(visitor) }
        // Of an entry and one below it, the nearer is where the visitor is.
        let here = open.filter { path == $0.path || path.hasPrefix("\($0.path)/") }.max {
            $0.path.count < $1.path.count
        }
        return open.map { item in
            [
                "path": item.path, "label": Catalogue.text(item.key)[language],
                "isHere": item.path == here?.path,
            ]
        }
    }
}
