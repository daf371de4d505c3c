@testable import Definitions

/// A YAML document that can be changed and written again.
indirect enum Tree: Equatable {
    case scalar(String, isPlain: Bool)
    case list([Tree])
    case map([Pair])

    /// An entry of a mapping, in its place.
    struct Pair: Equatable {
        var key: String
        var value: Tree
    }

    /// A step down: into a mapping or a list.
    enum Step: Hashable {
        case key(String)
        case index(Int)
    }

    init(_ node: YAMLNode) {
        switch node.content {
        case .scalar(let scalar): self = .scalar(scalar.text, isPlain: scalar.style == .plain)
        case .sequence(let items): self = .list(items.map { Tree($0) })
        case .mapping(let entries): self = .map(entries.map { Pair(key: $0.key, value: Tree($0.value)) })
        }
    }

    /// The document of a text in YAML.
    init(reading text: String, file: String = "f.yaml") throws {
        self.init(try YAMLReader.read(Array(text.utf8), file: file))
    }

    static func plain(_ text: String) -> Tree { .scalar(text, isPlain: true) }
    static func text(_ text: String) -> Tree { .scalar(text, isPlain: false) }

    var text: String? {
        if case .scalar(let text, _) = self { text } else { nil }
    }

    var pairs: [Pair] {
        if case .map(let pairs) = self { pairs } else { [] }
    }

    /// The items of a list, or the one value that stands for a list of one.
    var items: [Tree] {
        if case .list(let items) = self { items } else { [self] }
    }

    subscript(key: String) -> Tree? {
        get { pairs.first { $0.key == key }?.value }
        set {
            guard case .map(var pairs) = self else { return }
            let index = pairs.firstIndex { $0.key == key }
            switch (index, newValue) {
            case (let index?, let value?): pairs[index].value = value
            case (let index?, nil): pairs.remove(at: index)
            case (nil, let value?): pairs.append(Pair(key: key, value: value))
            case (nil, nil): break
            }
            self = .map(pairs)
        }
    }

    /// The tree at the end of a route; nil takes it away.
    subscript(route: [Step]) -> Tree? {
        get {
            guard let step = route.first else { return self }
            return self[step]?[Array(route.dropFirst())]
        }
        set {
            guard let step = route.first else {
                if let newValue { self = newValue }
                return
            }
            guard route.count > 1 else {
                self[step] = newValue
                return
            }
            var inner = self[step]
            inner?[Array(route.dropFirst())] = newValue
            self[step] = inner
        }
    }

    private subscript(step: Step) -> Tree? {
        get {
            switch (step, self) {
            case (.key(let key), _): self[key]
            case (.index(let index), .list(let items)): items.indices.contains(index) ? items[index] : nil
            case (.index(0), _): self
            case (.index, _): nil
            }
        }
        set {
            switch (step, self) {
            case (.key(let key), _): self[key] = newValue
            case (.index(let index), .list(var items)):
                if let newValue { items[index] = newValue } else { items.remove(at: index) }
                self = .list(items)
            case (.index, _): if let newValue { self = newValue }
            }
        }
    }

    /// Every scalar below, with its route.
    func scalars(_ route: [Step] = []) -> [(route: [Step], text: String)] {
        switch self {
        case .scalar(let text, _): [(route, text)]
        case .list(let items):
            items.enumerated().flatMap { $0.element.scalars(route + [.index($0.offset)]) }
        case .map(let pairs): pairs.flatMap { $0.value.scalars(route + [.key($0.key)]) }
        }
    }
}
