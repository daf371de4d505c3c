/// The elements of SCXML, with what may stand in each.
///
/// Source: SCXML 1.0, sections 3 to 6.
enum SCXMLVocabulary {
    struct Entry {
        let attributes: Set<String>
        let required: Set<String>
        let children: Set<String>
    }

    private static let content: Set<String> = [
        "raise", "if", "foreach", "send", "cancel", "assign", "log", "script",
    ]
    private static let states: Set<String> = ["state", "parallel", "final"]

    private static func entry(
        _ attributes: String = "", required: String = "", children: Set<String> = []
    ) -> Entry {
        let required = Set(required.split(separator: " ").map(String.init))
        return Entry(
            attributes: required.union(attributes.split(separator: " ").map(String.init)), required: required,
            children: children)
    }

    static let elements: [String: Entry] = [
        "scxml": entry(
            "initial name version datamodel binding exmode", children: states.union(["datamodel", "script"])),
        "state": entry(
            "id initial",
            children: states.union([
                "onentry", "onexit", "transition", "initial", "history", "datamodel", "invoke",
            ])),
        "parallel": entry(
            "id",
            children: [
                "onentry", "onexit", "transition", "state", "parallel", "history", "datamodel", "invoke",
            ]),
        "final": entry("id", children: ["onentry", "onexit", "donedata"]),
        "history": entry("id type", children: ["transition"]),
        "initial": entry(children: ["transition"]),
        "transition": entry("event cond target type", children: content),
        "onentry": entry(children: content),
        "onexit": entry(children: content),
        "finalize": entry(children: content),
        "raise": entry(required: "event"),
        "if": entry(required: "cond", children: content.union(["elseif", "else"])),
        "elseif": entry(required: "cond"),
        "else": entry(),
        "foreach": entry("index", required: "array item", children: content),
        "log": entry("label expr"),
        "assign": entry("expr", required: "location"),
        "send": entry(
            "event eventexpr target targetexpr type typeexpr id idlocation delay delayexpr namelist",
            children: ["param", "content"]),
        "cancel": entry("sendid sendidexpr"),
        "param": entry("expr location", required: "name"),
        "content": entry("expr", children: ["scxml"]),
        "donedata": entry(children: ["param", "content"]),
        "datamodel": entry(children: ["data"]),
        "data": entry("src expr", required: "id"),
        "invoke": entry(
            "type typeexpr src srcexpr id idlocation namelist autoforward",
            children: ["param", "finalize", "content"]),
        "script": entry("src"),
    ]

    /// Pairs of attributes of which only one may be there.
    static let exclusive = [
        ("event", "eventexpr"), ("target", "targetexpr"), ("type", "typeexpr"), ("id", "idlocation"),
        ("delay", "delayexpr"), ("sendid", "sendidexpr"), ("src", "srcexpr"), ("src", "expr"),
        ("expr", "location"),
    ]
}
