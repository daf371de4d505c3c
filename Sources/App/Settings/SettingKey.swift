/// A setting as an operator knows it: the name of an environment variable, which is also its name in
/// `entente.conf`.
package struct SettingKey: Hashable, Sendable {
    package let name: String
    /// What holds when it is not set; empty when nothing does.
    package let standard: String
    package let meaning: String
    package let isSecret: Bool

    init(_ name: String, _ standard: String, _ meaning: String, isSecret: Bool = false) {
        self.name = name
        self.standard = standard
        self.meaning = meaning
        self.isSecret = isSecret
    }

    /// The name in the form of swift-configuration, whose environment provider turns it back into ours.
    var path: String { name.lowercased().replacing("_", with: ".") }
}
