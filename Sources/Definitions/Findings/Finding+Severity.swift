extension Finding.Code {
    /// Whether it only warns: the file may be published with it.
    ///
    /// A property that was not decided is a question left open by the definition's own author; what is told to
    /// the agreements that cite this one may be heard by another definition; that a
    /// process was not explored whole is an error, since nothing of it is proved then.
    package var isWarning: Bool { [.propertyNotDecided, .guardNotDecided, .unheardTelling].contains(self) }
}
