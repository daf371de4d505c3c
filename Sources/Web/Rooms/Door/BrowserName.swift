/// What a browser calls itself, in the few words that its owner knows it by.
enum BrowserName {
    static func short(_ agent: String) -> String {
        let browser = browsers.first { agent.contains($0.mark) }?.name
        let system = systems.first { agent.contains($0.mark) }?.name
        guard let browser else { return String(agent.prefix(60)) }
        return [browser, system].compactMap(\.self).joined(separator: ", ")
    }

    /// In this order: most of them also name those that follow.
    private static let browsers: [(mark: String, name: String)] = [
        ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]
    private static let systems: [(mark: String, name: String)] = [
        ("Android", "Android"), ("iPhone", "iOS"), ("iPad", "iPadOS"), ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ]
}
