/// The rules that a workflow must keep beyond its form, each a small check of its own.
enum WorkflowChecks {
    /// What a file must keep to be read at all: every version published before keeps these, so none is added.
    static var loading: [any WorkflowCheck.Type] {
        [KnownNames.self, UnusedNames.self] + behavioural + [
            UnsentEvents.self, Recipients.self, LegalRegions.self, ReservedParameters.self,
        ]
    }

    /// What the exploration of a definition answers better, with a path.
    static var behavioural: [any WorkflowCheck.Type] {
        [Reachability.self, WaitingStates.self, DeafTimers.self]
    }

    /// What a file must keep besides to be published.
    static var proving: [any WorkflowCheck.Type] {
        [
            ReadingSlips.self, StepsWithoutRole.self, NarrowedRoles.self, LookingRoles.self,
            IdleReleases.self,
            PartyDeeds.self,
            InputConflicts.self, IdleRefusals.self,
            ImpossibleDuties.self,
            MissingReasons.self,
            IdleDeadlines.self, BadTemplates.self, UndefinedPlaceholders.self, MissingLabels.self,
            ErasableDecides.self, YearlyKinds.self, DossierTotals.self, UnusedDeclarations.self,
        ] + guards
    }

    /// What can go wrong in guards and formulas, decided without running them.
    static var guards: [any WorkflowCheck.Type] {
        [
            UnknownWords.self, UnknownChoices.self, ForeignTexts.self, DivisionsByZero.self,
            MissingFields.self,
            UnreadableTexts.self,
            NeverTrueGuards.self, InstantsAndDays.self,
            IdleRenewals.self, GuardGaps.self, GuardOverlaps.self, DeadBranches.self, GuardCosts.self,
        ]
    }

    static func run(_ checks: [any WorkflowCheck.Type], in world: GuardWorld, _ log: FindingLog) {
        for check in checks {
            if let check = check as? any GuardCheck.Type {
                check.run(in: world, log)
            } else {
                check.run(on: world.draft, log)
            }
        }
    }
}
