extension Finding.Code {
    /// What to do about such a finding: one sentence.
    package var advice: String {
        switch self {
        case .tooLarge, .tooManyNodes, .tooDeep: "Move parts into included files, or simplify the definition."
        case .notText: "Save the file as UTF-8 text."
        case .tab: "Indent with spaces."
        case .syntax: "Correct the YAML at this place."
        case .anchor, .alias, .tag, .mergeKey:
            "Write the value out: what a file says must be readable where it stands."
        case .duplicateKey, .duplicateName: "Rename or remove one of the two."
        case .severalDocuments: "Keep one document in a file."
        case .empty: "Write a workflow, or remove the file."
        case .unreadable: "Check the name of the file and its permissions."
        case .badInclude: "Include files below the folder of the main file, each once."
        case .unknownKey: "Remove the key, or spell it as in Workflows/README.md."
        case .missingKey: "Add the key."
        case .missingText: "Write the text in French and in English."
        case .wrongKind: "Give a value of the kind that is expected here."
        case .badValue: "Write the value in the form that is described here."
        case .expression: "Correct the expression; the names and their types are in Workflows/README.md."
        case .conflict: "Keep one of what excludes each other here."
        default: adviceOnMeaning
        }
    }

    private var adviceOnMeaning: String {
        switch self {
        case .unknownState, .unknownRole, .unknownNotice, .unknownRefusal, .unknownProcess,
            .unknownFragment, .unknownAct, .unknownEvent, .unknownName:
            "Declare the name, or use one that is declared."
        case .unused: "Use it, or remove it."
        case .chart: "Correct the structure of the states."
        case .unreachable: "Add a transition that leads there, or remove the state."
        case .waitsForNothing: "Add a transition that leads on, or make the state final."
        case .missingRefusal: "Name a refusal with else."
        case .nobodySends: "Name an event of a timer, a child process or the engine, or add by."
        case .noRecipients: "Name recipients with to."
        case .deafTimer, .unheardSend: "Add a transition that hears it while it may come, or remove it."
        case .twoLegalRegions: "Let one region set the legal status."
        default: adviceOnBehaviour
        }
    }

    private var adviceOnBehaviour: String {
        switch self {
        case .noEndReachable: "Add a way from here that leads to an end."
        case .deadTransition:
            "Remove the transition, move it before what hides it, or correct the conditions."
        case .endlessLoop:
            "Make the conditions exclude each other, or let an act or a timer come between; a count that such a loop makes is not followed."
        case .joinNeverCompletes: "Let the child process end without leading away, or change the join."
        case .unhandledOutcome:
            "Hear each end of the children, if only with {}, or wait for them with a join."
        case .timerTie: "Say which one rings first: before on the timer that comes first in the document."
        case .notExplored: "Split the process, or use fewer parallel regions and variables in conditions."
        case .propertyRefuted:
            "Change the definition so that the path is impossible, or correct the property."
        case .unheardTelling: "Have the definitions of those that cite it hear it, or correct the name."
        case .guardNotDecided: "Compare fewer values in these conditions, or end with a branch for the rest."
        case .propertyNotDecided:
            "State the property over states and constants, or make the definition smaller."
        case .unsignedInForce:
            "Lead to it only through the join of all signature circuits, and hear text.changed before."
        case .illegalStatusChange: "Lead there from a state whose legal status it may follow."
        case .endLeavesOpen:
            "Move the task or the timers to the states in which they are meant, or lead out of the state."
        default: adviceOnGuards
        }
    }

    private var adviceOnGuards: String {
        switch self {
        case .divisionByZero: "Test that the divisor is not zero first."
        case .missingField: "Test it with has() first, or set it on every way that leads here."
        case .unreadableText: "Write the value in the form that is read there, or test its form first."
        case .guardNeverTrue: "Correct the condition, or remove the branch."
        case .guardGap: "Add a branch for the case that falls through."
        case .guardOverlap: "Make the branches exclude each other, or write the general one last."
        case .guardCost:
            "Simplify the condition: text.signedBy names who signed the current text; one loop in another multiplies."
        case .erasableDecides:
            "Give the field a kind that is not erased (a choice, day, person, party, call or document)."
        case .stepWithoutRole: "Name a role that can act here."
        case .impossibleDuties: "Loosen the duty, or open an act to another role."
        case .missingReason: "Add reason: required."
        case .deadlineWithoutConsequence: "Add a timer, or a reminder after the due date."
        case .badTemplate: "Correct the Mustache text."
        case .undefinedPlaceholder:
            "Print it only inside a section that tests it, or name one that has a value here."
        case .missingLabel: "Give it its words in both languages, in this file or in common/fields.yaml."
        default: "See Workflows/README.md."
        }
    }
}
