import Agreements

extension WorkflowDraft {
    /// By process: the processes whose text `text` and `signatures` may speak of in it; the life has the agreement's.
    var textOwners: [String: Set<String>] {
        var owners: [String: Set<String>] = ["life": ["life"]]
        var waiting = ["life"]
        while let name = waiting.popLast() {
            for child in processes[name]?.value.children ?? [] {
                let own = processes[child.run]?.value.ownsText ?? false ? [child.run] : owners[name] ?? []
                guard !own.isSubset(of: owners[child.run] ?? []) else { continue }
                owners[child.run, default: []].formUnion(own)
                waiting.append(child.run)
            }
        }
        return owners
    }

    /// By process: the lists of signatures that stay empty, since nothing records one of the text that they speak of.
    var unsignedLists: [String: [String]] {
        guard tellsAll else { return [:] }
        let (signed, owners) = (textsSigned, textOwners)
        let agreements = signed.contains("life") ? [] : ["agreement.signatures", "agreement.text.signedBy"]
        return owners.mapValues { owners in
            agreements + (signed.isDisjoint(with: owners) ? ["signatures", "text.signedBy"] : [])
        }
    }

    /// The processes whose text some act records a signature of.
    private var textsSigned: Set<String> {
        let owners = textOwners
        return orderedProcesses.map(\.value).filter(\.recordsSignatures).reduce(into: []) {
            $0.formUnion(owners[$1.name] ?? [])
        }
    }
}

extension ProcessDraft {
    fileprivate var recordsSignatures: Bool {
        (states.flatMap(\.actions) + transitions.flatMap(\.definition.actions)).contains {
            if case .signature = $0 { true } else { false }
        }
    }
}
