import Expressions

/// One case of a suite of expressions.
struct CELCase {
    /// What an evaluation has to give.
    enum Expectation {
        case value(Value)
        /// Any error, and a refusal to compile too.
        case error
    }

    let id: String
    let family: String
    let expression: String
    let bindings: [String: Value]
    /// The types of the variables that the case declares.
    let declarations: [String: CELType]
    /// Whether the expression is evaluated without a type check.
    let isUnchecked: Bool
    let expectation: Expectation
}

extension CELCase {
    /// Reads a case; nil for what is none.
    init?(_ entry: Value) {
        guard let id = entry.field("id")?.text, let expression = entry.field("expr")?.text,
            let expect = entry.field("expect"), let expectation = Expectation(expect),
            let bindings = Self.named(entry.field("bindings"), TypedValue.value(of:)),
            let declarations = Self.named(entry.field("declares"), { $0.text.map(CELType.init(named:)) })
        else { return nil }
        self.id = id
        family = Self.family(of: entry)
        self.expression = expression
        self.bindings = bindings
        self.declarations = declarations
        isUnchecked = entry.field("unchecked")?.flag ?? false
        self.expectation = expectation
    }

    static func family(of entry: Value) -> String { entry.field("file")?.text ?? "" }

    /// What is wrong with the first value of an entry that has a type and cannot be read; nil when all can be.
    static func unreadableValue(of entry: Value) -> String? {
        var forms = (entry.field("bindings")?.members ?? []).map { ("the value of \($0.name)", $0.value) }
        if let expected = entry.field("expect")?.field("value") {
            forms.append(("the expected value", expected))
        }
        for (what, form) in forms where TypedValue.value(of: form) == nil {
            guard let type = form.field("type")?.text else { continue }
            return "\(what) is no \(type)"
                + (TypedValue.types.contains(type) ? "" : ", a type not known here")
        }
        return nil
    }

    private static func named<Item>(_ object: Value?, _ read: (Value) -> Item?) -> [String: Item]? {
        guard let object, object != .null else { return [:] }
        guard let members = object.members else { return nil }
        var items: [String: Item] = [:]
        for member in members {
            guard let item = read(member.value) else { return nil }
            items[member.name] = item
        }
        return items
    }
}

extension CELCase.Expectation {
    init?(_ expect: Value) {
        if let form = expect.field("value") {
            guard let value = TypedValue.value(of: form) else { return nil }
            self = .value(value)
        } else if expect.field("error") != nil {
            self = .error
        } else {
            return nil
        }
    }
}
