extension Finding.Code {
    /// Whether it only warns: the file may be published with it.
    ///
    /// A property that was not decided is a question left open by the definition's own author; that a
    /// process was not explored whole is an error, since nothing of it is proved then.
    package var isWarning: Bool { [.propertyNotDecided, .guardNotDecided].contains(self) }
}
