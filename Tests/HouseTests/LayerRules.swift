/// Who may see whom, as a pure function of the table of layers.
enum LayerRules {
    /// Why `target` must not see `other`; nil when it may, or when `other` is not a target of ours.
    static func objection(
        _ target: String, sees other: String, layers: [String: Int], confined: [String: String] = [:]
    ) -> String? {
        guard let lower = layers[other] else { return nil }
        guard let upper = layers[target] else { return "\(target) has no layer: give it one in Layers.swift" }
        if let keeper = confined[other], keeper != target {
            return "\(other) is for \(keeper) only: ask \(keeper) for what you need"
        }
        if other == "TestSupport" { return "TestSupport is for tests only" }
        guard lower >= upper else { return nil }
        return lower == upper
            ? "\(target) and \(other) are neighbours in layer \(upper): move what both need to a lower layer"
            : "\(target) (layer \(upper)) must not see \(other) (layer \(lower)): "
                + "turn the arrow round with a port that \(other) fills in, or move the type down"
    }

    /// The imports of one file of `target` that the layers forbid, or that the manifest does not declare.
    static func findings(
        in file: SourceFile, of target: String, declared: Set<String>, layers: [String: Int] = Layers.all
    ) -> [Finding] {
        ImportScanner.imports(inCode: file.code).compactMap { found in
            if Layers.pure.contains(target) {
                return file.finding(
                    "\(target) is pure: it imports nothing, not even \(found.module)", line: found.line)
            }
            let objection = objection(target, sees: found.module, layers: layers, confined: Layers.confined)
            if let objection { return file.finding(objection, line: found.line) }
            guard layers[found.module] != nil, !declared.contains(found.module) else { return nil }
            return file.finding(
                "\(found.module) is not among the dependencies of \(target): declare it in Package.swift",
                line: found.line)
        }
    }

    /// The dependencies in the manifest that the layers forbid, and targets that have no layer or do not
    /// exist.
    static func findings(in manifest: [ManifestTarget], layers: [String: Int] = Layers.all) -> [Finding] {
        let product = manifest.filter { !$0.isTest }
        let missing = Set(layers.keys).subtracting(product.map(\.name)).sorted().map {
            Finding(file: "Package.swift", line: 1, message: "\($0) has a layer but is no target")
        }
        return missing
            + product.flatMap { target -> [Finding] in
                guard layers[target.name] != nil else {
                    return [target.finding("\(target.name) has no layer: give it one in Layers.swift")]
                }
                return target.dependencies.compactMap { dependency in
                    objection(target.name, sees: dependency, layers: layers, confined: Layers.confined)
                        .map(target.finding)
                }
            }
    }
}
