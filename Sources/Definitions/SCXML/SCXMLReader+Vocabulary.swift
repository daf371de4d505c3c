/// What elements and attributes may stand where, before anything is made of them.
extension SCXMLReader {
    mutating func checkVocabulary(_ root: SCXMLElement) {
        if root.namespace == SCXMLElement.namespace, root.name != "scxml" {
            report(.unknownElement, "The document is a <\(root.name)>, not an <scxml>.", root)
        }
        check(root)
    }

    private mutating func check(_ element: SCXMLElement) {
        guard element.namespace == SCXMLElement.namespace else {
            let namespace =
                element.namespace.isEmpty ? "without a namespace is" : "of \(element.namespace) is"
            return unsupported("<\(element.name)> \(namespace)", element, code: .namespace)
        }
        guard let entry = SCXMLVocabulary.elements[element.name] else {
            return unsupported("<\(element.name)> is", element, code: .unknownElement)
        }
        if element.name == "script" { return unsupported("<script> is", element, code: .script) }
        checkAttributes(of: element, entry)
        for child in element.children {
            if SCXMLVocabulary.elements[child.name] != nil, child.namespace == element.namespace,
                !entry.children.contains(child.name)
            {
                report(.unknownElement, "<\(child.name)> cannot stand in <\(element.name)>.", child)
            } else {
                check(child)
            }
        }
    }

    private mutating func checkAttributes(of element: SCXMLElement, _ entry: SCXMLVocabulary.Entry) {
        for name in element.attributes.keys.sorted()
        where !name.contains(":") && !entry.attributes.contains(name) {
            report(.unknownAttribute, "<\(element.name)> has no attribute \(name).", element)
        }
        for name in entry.required.sorted() where element[name] == nil {
            report(.missingAttribute, "<\(element.name)> needs the attribute \(name).", element)
        }
        for (one, other) in SCXMLVocabulary.exclusive where element[one] != nil && element[other] != nil {
            let names = "\(one) and \(other)"
            if entry.required.isDisjoint(with: [one, other]) {
                report(.contradiction, "<\(element.name)> has both \(names).", element)
            }
        }
    }

    mutating func checkRoot(_ root: SCXMLElement) {
        if let version = root["version"], version != "1.0" {
            unsupported("Version \(version) of SCXML is", root)
        }
        let model = root["datamodel"] ?? "cel"
        isNull = model == "null"
        if isNull { checkNullModel(root) }
        if model != "cel", !isNull { unsupported("The data model \(model) is", root) }
        _ = choice("binding", of: ["early", "late"], root)
    }

    /// The value of an attribute that allows a few words only.
    mutating func choice(_ attribute: String, of allowed: [String], _ element: SCXMLElement) -> String? {
        guard let value = element[attribute] else { return nil }
        if !allowed.contains(value) {
            let words = allowed.joined(separator: " or ")
            report(.value, "\(attribute) of <\(element.name)> is \(words), not \(value).", element)
        }
        return value
    }
}
