/// The names that a workflow uses, with the places where it does.
struct Uses {
    /// A name at a place.
    struct Use {
        var name: String
        var place: Place
    }

    /// A notice that is owed somewhere.
    struct Notice {
        var name: String
        var place: Place
        /// Whether the place names recipients of its own.
        var hasRecipients: Bool
    }

    var notices: [Notice] = []
    var refusals: [Use] = []
    var processes: [Use] = []
    var acts: [Use] = []
    /// The values that acts carry, and what can be chosen in them.
    var inputs: [Use] = []
    var choices: [Use] = []
    /// Acts that a state refuses with a code of their own; they need not exist.
    var refusedActs: [Use] = []
    /// Where a date of the year has a `kind`, which says nothing there.
    var yearlyKinds: [Place] = []
}
