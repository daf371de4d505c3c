package import Agreements

extension Finding.Code {
    /// What to do about such a finding: one sentence.
    package var advice: LocalizedText {
        switch self {
        case .tooLarge, .tooManyNodes, .tooDeep:
            .init(
                fr: "Déplacez des parties dans des fichiers inclus, ou simplifiez la définition.",
                en: "Move parts into included files, or simplify the definition.")
        case .notText:
            .init(fr: "Enregistrez le fichier comme texte en UTF-8.", en: "Save the file as UTF-8 text.")
        case .tab: .init(fr: "Mettez en retrait par des espaces.", en: "Indent with spaces.")
        case .syntax: .init(fr: "Corrigez le YAML à cet endroit.", en: "Correct the YAML at this place.")
        case .anchor, .alias, .tag, .mergeKey:
            .init(
                fr: "Écrivez la valeur en toutes lettres : ce que dit un fichier se lit là où il le dit.",
                en: "Write the value out: what a file says must be readable where it stands.")
        case .duplicateKey, .duplicateName:
            .init(fr: "Renommez ou retirez l’un des deux.", en: "Rename or remove one of the two.")
        case .severalDocuments:
            .init(fr: "Gardez un seul document par fichier.", en: "Keep one document in a file.")
        case .empty:
            .init(
                fr: "Écrivez une définition, ou retirez le fichier.",
                en: "Write a workflow, or remove the file.")
        case .unreadable:
            .init(
                fr: "Vérifiez le nom du fichier et ses droits d’accès.",
                en: "Check the name of the file and its permissions.")
        case .badInclude:
            .init(
                fr: "Incluez des fichiers sous le dossier du fichier principal, chacun une fois.",
                en: "Include files below the folder of the main file, each once.")
        case .unknownKey:
            .init(
                fr: "Retirez la clé, ou écrivez-la comme dans Workflows/README.md.",
                en: "Remove the key, or spell it as in Workflows/README.md.")
        case .missingKey: .init(fr: "Ajoutez la clé.", en: "Add the key.")
        case .missingText:
            .init(
                fr: "Écrivez le texte en français et en anglais.",
                en: "Write the text in French and in English.")
        case .wrongKind:
            .init(
                fr: "Donnez une valeur de la sorte attendue ici.",
                en: "Give a value of the kind that is expected here.")
        case .badValue:
            .init(
                fr: "Écrivez la valeur sous la forme décrite ici.",
                en: "Write the value in the form that is described here.")
        case .expression:
            .init(
                fr: "Corrigez la formule ; les noms et leurs types sont dans Workflows/README.md.",
                en: "Correct the expression; the names and their types are in Workflows/README.md.")
        case .conflict:
            .init(
                fr: "Gardez une seule des indications qui s’excluent ici.",
                en: "Keep one of what excludes each other here.")
        default: adviceOnMeaning
        }
    }

    private var adviceOnMeaning: LocalizedText {
        switch self {
        case .unknownState, .unknownRole, .unknownNotice, .unknownRefusal, .unknownProcess,
            .unknownFragment, .unknownAct, .unknownEvent, .unknownName:
            .init(
                fr: "Déclarez le nom, ou prenez-en un qui est déclaré.",
                en: "Declare the name, or use one that is declared.")
        case .unused: .init(fr: "Employez-le, ou retirez-le.", en: "Use it, or remove it.")
        case .chart: .init(fr: "Corrigez la structure des états.", en: "Correct the structure of the states.")
        case .unreachable:
            .init(
                fr: "Ajoutez une transition qui y mène, ou retirez l’état.",
                en: "Add a transition that leads there, or remove the state.")
        case .waitsForNothing:
            .init(
                fr: "Ajoutez une transition qui mène plus loin, ou faites de l’état une fin.",
                en: "Add a transition that leads on, or make the state final.")
        case .missingRefusal: .init(fr: "Nommez un refus par else.", en: "Name a refusal with else.")
        case .nobodySends:
            .init(
                fr: "Nommez un événement d’un délai, d’un processus enfant ou du moteur, ou ajoutez by.",
                en: "Name an event of a timer, a child process or the engine, or add by.")
        case .noRecipients: .init(fr: "Nommez des destinataires par to.", en: "Name recipients with to.")
        case .deafTimer, .unheardSend:
            .init(
                fr: "Ajoutez une transition qui l’entende tant qu’il peut venir, ou retirez-le.",
                en: "Add a transition that hears it while it may come, or remove it.")
        case .twoLegalRegions:
            .init(
                fr: "Laissez une seule région fixer la situation juridique.",
                en: "Let one region set the legal status.")
        default: adviceOnBehaviour
        }
    }

    private var adviceOnBehaviour: LocalizedText {
        switch self {
        case .noEndReachable:
            .init(
                fr: "Ajoutez un chemin qui mène d’ici à une fin.",
                en: "Add a way from here that leads to an end.")
        case .deadTransition:
            .init(
                fr: "Retirez la transition, placez-la avant ce qui la cache, ou corrigez les conditions.",
                en: "Remove the transition, move it before what hides it, or correct the conditions.")
        case .endlessLoop:
            .init(
                fr:
                    "Faites que les conditions s’excluent, ou qu’un acte ou un délai s’intercale ; un compte que tient une telle boucle n’est pas suivi.",
                en:
                    "Make the conditions exclude each other, or let an act or a timer come between; a count that such a loop makes is not followed."
            )
        case .joinNeverCompletes:
            .init(
                fr:
                    "Laissez le processus enfant finir sans mener ailleurs, ou changez ce qui est attendu de lui (join).",
                en: "Let the child process end without leading away, or change the join.")
        case .unhandledOutcome:
            .init(
                fr: "Entendez chaque fin des enfants, ne fût-ce que par {}, ou attendez-les par join.",
                en: "Hear each end of the children, if only with {}, or wait for them with a join.")
        case .timerTie:
            .init(
                fr:
                    "Dites lequel échoit en premier : before sur le délai qui vient en premier dans le document.",
                en: "Say which one rings first: before on the timer that comes first in the document.")
        case .notExplored:
            .init(
                fr:
                    "Divisez le processus, ou mettez moins de régions parallèles et de variables dans les conditions.",
                en: "Split the process, or use fewer parallel regions and variables in conditions.")
        case .propertyRefuted:
            .init(
                fr: "Changez la définition pour que le chemin soit impossible, ou corrigez la propriété.",
                en: "Change the definition so that the path is impossible, or correct the property.")
        case .unheardTelling:
            .init(
                fr:
                    "Faites-le entendre par les définitions des accords qui citent celui-ci, ou corrigez le nom.",
                en: "Have the definitions of those that cite it hear it, or correct the name.")
        case .guardNotDecided:
            .init(
                fr:
                    "Comparez moins de valeurs dans ces conditions, ou finissez par une branche pour le reste.",
                en: "Compare fewer values in these conditions, or end with a branch for the rest.")
        case .propertyNotDecided:
            .init(
                fr: "Énoncez la propriété sur des états et des constantes, ou réduisez la définition.",
                en: "State the property over states and constants, or make the definition smaller.")
        case .unsignedInForce:
            .init(
                fr:
                    "N’y menez qu’une fois réunis tous les circuits de signature, et entendez text.changed avant.",
                en:
                    "Lead to it only through the join of all signature circuits, and hear text.changed before."
            )
        case .illegalStatusChange:
            .init(
                fr: "Menez-y depuis un état dont elle peut suivre la situation juridique.",
                en: "Lead there from a state whose legal status it may follow.")
        case .endLeavesOpen:
            .init(
                fr:
                    "Placez la tâche ou les délais dans les états où ils ont un sens, ou faites sortir de l’état.",
                en:
                    "Move the task or the timers to the states in which they are meant, or lead out of the state."
            )
        default: adviceOnGuards
        }
    }

    private var adviceOnGuards: LocalizedText {
        switch self {
        case .divisionByZero:
            .init(
                fr: "Vérifiez d’abord que le diviseur n’est pas zéro.",
                en: "Test that the divisor is not zero first.")
        case .missingField:
            .init(
                fr: "Vérifiez-le d’abord par has(), ou donnez-lui une valeur sur chaque chemin qui mène ici.",
                en: "Test it with has() first, or set it on every way that leads here.")
        case .unreadableText:
            .init(
                fr: "Écrivez la valeur sous la forme qui est lue là, ou vérifiez d’abord sa forme.",
                en: "Write the value in the form that is read there, or test its form first.")
        case .guardNeverTrue:
            .init(
                fr: "Corrigez la condition, ou retirez la branche.",
                en: "Correct the condition, or remove the branch.")
        case .guardGap:
            .init(
                fr: "Ajoutez une branche pour le cas resté sans suite.",
                en: "Add a branch for the case that falls through.")
        case .guardOverlap:
            .init(
                fr: "Faites que les branches s’excluent, ou écrivez la plus générale en dernier.",
                en: "Make the branches exclude each other, or write the general one last.")
        case .guardCost:
            .init(
                fr:
                    "Simplifiez la condition : text.signedBy nomme qui a signé le texte actuel ; une boucle dans une autre multiplie.",
                en:
                    "Simplify the condition: text.signedBy names who signed the current text; one loop in another multiplies."
            )
        case .erasableDecides:
            .init(
                fr:
                    "Donnez au champ une sorte qui ne s’efface pas (un choix, un jour, une personne, une partie, un appel ou un document).",
                en:
                    "Give the field a kind that is not erased (a choice, day, person, party, call or document)."
            )
        case .stepWithoutRole:
            .init(fr: "Nommez un rôle qui peut agir ici.", en: "Name a role that can act here.")
        case .impossibleDuties:
            .init(
                fr: "Assouplissez la séparation, ou ouvrez un acte à un autre rôle.",
                en: "Loosen the duty, or open an act to another role.")
        case .missingReason: .init(fr: "Ajoutez reason: required.", en: "Add reason: required.")
        case .deadlineWithoutConsequence:
            .init(
                fr: "Ajoutez un délai, ou un rappel après l’échéance.",
                en: "Add a timer, or a reminder after the due date.")
        case .badTemplate: .init(fr: "Corrigez le texte Mustache.", en: "Correct the Mustache text.")
        case .undefinedPlaceholder:
            .init(
                fr:
                    "Ne l’imprimez que dans une section qui le vérifie, ou nommez-en un qui a une valeur ici.",
                en: "Print it only inside a section that tests it, or name one that has a value here.")
        case .missingLabel:
            .init(
                fr: "Donnez-lui ses mots dans les deux langues, dans ce fichier ou dans common/fields.yaml.",
                en: "Give it its words in both languages, in this file or in common/fields.yaml.")
        default: .init(fr: "Voyez Workflows/README.md.", en: "See Workflows/README.md.")
        }
    }
}
