package import Statechart

/// An SCXML document that was read and checked: its chart, and those of the child sessions it can start.
package struct SCXMLDocument: Sendable {
    /// The chart, checked.
    package let chart: Chart<CELExpression>
    /// What the chart was built from.
    let node: StateNode<CELExpression>
    /// What ``Invoke/source`` names, to its document.
    package let children: [String: SCXMLDocument]
    /// Where documents lie whose names are computed.
    var folder = SCXMLFolder.empty
    /// What loads, and will be an error when it is executed: reasons not to import or publish the document.
    package let warnings: [SCXMLFinding]

    /// A session of this document, not started.
    package func session(
        id: String = "session", hasParent: Bool = false, limits: SessionLimits = SessionLimits()
    ) -> Session<CELDataModel> {
        Session(chart, model: CELDataModel(), id: id, hasParent: hasParent, limits: limits)
    }

    /// A session of this document with its children, in virtual time, not started.
    ///
    /// A child whose `srcexpr` gives another document's name is read when it starts, from the folder of this one;
    /// one that cannot be, such as one outside, fails by its name with `error.communication`. So does a child whose
    /// document is computed itself, where what is computed is no document.
    package func tree(limits: SessionLimits = SessionLimits(), macrostepsMax: Int = 10_000) -> SessionTree<
        CELDataModel
    > {
        let (documents, folder) = (allDocuments, folder)
        return SessionTree(session(limits: limits), macrostepsMax: macrostepsMax) { request, id in
            let document =
                request.isContent
                ? folder.document(writtenAs: request.source)
                : documents[request.source] ?? folder.document(named: request.source)
            return document?.session(id: id, hasParent: true, limits: limits)
        }
    }

    var allDocuments: [String: SCXMLDocument] {
        children.values.reduce(children) { all, child in all.merging(child.allDocuments) { first, _ in first }
        }
    }
}
