import Agreements
import Engine

/// The pages that a visitor finds in the menu: those that they may open.
enum Menu {
    private static let items: [(path: String, key: String, access: Access)] = [
        ("/todo", "menu.todo", .account),
        ("/files", "list.files", .account),
        ("/portfolio", "portfolio.title", .overview),
        ("/account", "menu.account", .account),
    ]

    static func entries(for visitor: Visitor, at path: String, in language: Language) -> [[String: Any]] {
        items.filter { $0.access.admits(visitor) }.map { item in
            [
                "path": item.path, "label": Catalogue.text(item.key)[language],
                "isHere": path == item.path || path.hasPrefix("\(item.path)/"),
            ]
        }
    }
}
