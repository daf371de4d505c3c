extension Refusal {
    /// A value that was given, by name, and what is wrong with it.
    package struct Field: Sendable, Hashable {
        package var name: String
        package var problem: LocalizedText

        package init(_ name: String, _ problem: LocalizedText) {
            self.name = name
            self.problem = problem
        }
    }
}

extension Refusal {
    /// The values of the act that the condition which failed read, or found missing, by name.
    package var weighed: Set<String> {
        Set(
            reads.map { Self.tested($0.path) }.filter { $0.hasPrefix(Self.ofAct) }.map { path in
                String(path.dropFirst(Self.ofAct.count).prefix { $0 != "." })
            })
    }

    /// What `has(event.newEnd)` asks for.
    private static func tested(_ path: String) -> Substring {
        path.hasPrefix(presence) ? path.dropFirst(presence.count).dropLast() : path[...]
    }

    private static let presence = "has("
    private static let ofAct = "event."
}
