extension Unicode.Scalar {
    /// Whether it is a control character that no text of people holds: any but tab, line feed and carriage return.
    package var isStrayControl: Bool {
        properties.generalCategory == .control && self != "\t" && self != "\n" && self != "\r"
    }
}
