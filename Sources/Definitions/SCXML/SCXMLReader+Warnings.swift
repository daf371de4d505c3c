import Statechart

/// What loads, and is certain to be an error when it is executed: a warning of the import.
extension SCXMLReader {
    /// The variables of a document: declared, or made by a loop; those of child documents are their own.
    static func names(in element: SCXMLElement) -> Set<String> {
        var names: Set<String> = []
        switch element.name {
        case "data": names.formUnion([element["id"]].compactMap { $0 })
        case "foreach": names.formUnion([element["item"], element["index"]].compactMap { $0 })
        default: break
        }
        for child in element.children where child.name != "scxml" { names.formUnion(Self.names(in: child)) }
        return names
    }

    /// The reading of a location; warns of one that has no value, whatever happens.
    mutating func location(_ location: String, _ element: SCXMLElement) -> CELExpression {
        if let place = CELLocation(location) {
            if !names.union(CELDataModel.systemVariables).contains(place.variable) {
                warn("The variable `\(place.variable)` is not declared.", element)
            }
        } else {
            warn("`\(location)` is no location of a value.", element)
        }
        return CELExpression(location: location)
    }

    /// Warns of a place that nothing can be assigned to.
    mutating func checkLocation(_ location: String, _ element: SCXMLElement) {
        guard let place = CELLocation(location) else {
            return warn("`\(location)` is no place that can be assigned.", element)
        }
        if CELDataModel.systemVariables.contains(place.variable) {
            warn("`\(place.variable)` cannot be assigned.", element)
        } else if !names.contains(place.variable) {
            warn("The variable `\(place.variable)` is not declared.", element)
        }
    }

    /// Warns of a literal type, target or delay that no send can have.
    mutating func checkSend(_ element: SCXMLElement) {
        if let type = element["type"], !EventProcessor.types.contains(type) {
            warn("There is no event processor `\(type)`.", element)
        }
        if let target = element["target"], Destination(target, from: "") == nil {
            warn("`\(target)` is no target for events.", element)
        }
        if let delay = element["delay"], Duration(delay: delay) == nil {
            warn("`\(delay)` is no delay.", element)
        }
        if let location = element["idlocation"] { checkLocation(location, element) }
        if element["target"] == "#_internal", element["delay"] != nil || element["delayexpr"] != nil {
            warn("An event to the internal queue cannot be delayed.", element)
        }
    }

    /// Warns of a descriptor that matches no event that can be.
    mutating func checkDescriptors(_ element: SCXMLElement) {
        for descriptor in element.words("event") {
            let words = descriptor.split(separator: ".", omittingEmptySubsequences: false)
            let prefix = words.last == "*" || words.last == "" ? words.dropLast() : words[...]
            if descriptor != "*", prefix.isEmpty || prefix.contains(where: { $0.isEmpty || $0.contains("*") })
            {
                warn("`\(descriptor)` matches no event.", element)
            }
        }
    }
}
