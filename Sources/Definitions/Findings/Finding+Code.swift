extension Finding {
    /// The stable name of a kind of finding.
    package enum Code: String, Sendable, Hashable, CaseIterable {
        // The bytes and the YAML
        case tooLarge = "too_large"
        case notText = "not_text"
        case tab
        case syntax
        case tooManyNodes = "too_many_nodes"
        case tooDeep = "too_deep"
        case anchor
        case alias
        case tag
        case mergeKey = "merge_key"
        case duplicateKey = "duplicate_key"
        case severalDocuments = "several_documents"
        case empty
        // The form
        case unreadable
        case badInclude = "bad_include"
        case unknownKey = "unknown_key"
        case missingKey = "missing_key"
        case missingText = "missing_text"
        case wrongKind = "wrong_kind"
        case badValue = "bad_value"
        case expression
        case conflict
        // The names
        case duplicateName = "duplicate_name"
        case unknownState = "unknown_state"
        case unknownRole = "unknown_role"
        case unknownNotice = "unknown_notice"
        case unknownRefusal = "unknown_refusal"
        case unknownProcess = "unknown_process"
        case unknownFragment = "unknown_fragment"
        case unknownAct = "unknown_act"
        case unknownEvent = "unknown_event"
        case unknownName = "unknown_name"
        case unused
        // The meaning
        case chart
        case unreachable
        case waitsForNothing = "waits_for_nothing"
        case missingRefusal = "missing_refusal"
        case nobodySends = "nobody_sends"
        case noRecipients = "no_recipients"
        case deafTimer = "deaf_timer"
        case twoLegalRegions = "two_legal_regions"
        // The behaviour
        case noEndReachable = "no_end_reachable"
        case deadTransition = "dead_transition"
        case endlessLoop = "endless_loop"
        case joinNeverCompletes = "join_never_completes"
        case unhandledOutcome = "unhandled_outcome"
        case timerTie = "timer_tie"
        case unheardSend = "unheard_send"
        case unheardTelling = "unheard_telling"
        case notExplored = "not_explored"
        // The guards
        case divisionByZero = "division_by_zero"
        case missingField = "missing_field"
        case unreadableText = "unreadable_text"
        case guardNeverTrue = "guard_never_true"
        case guardGap = "guard_gap"
        case guardOverlap = "guard_overlap"
        case guardNotDecided = "guard_not_decided"
        case guardCost = "guard_cost"
        case erasableDecides = "erasable_decides"
        // The people
        case stepWithoutRole = "step_without_role"
        case impossibleDuties = "impossible_duties"
        case missingReason = "missing_reason"
        case deadlineWithoutConsequence = "deadline_without_consequence"
        // The words
        case badTemplate = "bad_template"
        case undefinedPlaceholder = "undefined_placeholder"
        case missingLabel = "missing_label"
        // The law
        case unsignedInForce = "unsigned_in_force"
        case illegalStatusChange = "illegal_status_change"
        case endLeavesOpen = "end_leaves_open"
        // The definition's own properties
        case propertyRefuted = "property_refuted"
        case propertyNotDecided = "property_not_decided"
    }
}

extension Finding.Code {
    /// Whether it is about the form of a file alone, whatever other files declare.
    var isOfForm: Bool { Self.ofForm.contains(self) }

    private static let ofForm: Set<Self> = [
        .tooLarge, .notText, .tab, .syntax, .tooManyNodes, .tooDeep, .anchor, .alias, .tag, .mergeKey,
        .duplicateKey, .severalDocuments, .empty, .unreadable, .badInclude, .unknownKey, .missingText,
        .wrongKind, .badValue, .expression, .duplicateName,
    ]
}
