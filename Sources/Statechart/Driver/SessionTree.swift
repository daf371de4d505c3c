/// Runs a session with its children in virtual time: pure, deterministic, for tests and simulation.
///
/// Time stands still while anything is queued and jumps when nothing is. Sessions are served in the order in
/// which they were started, one macrostep at a time; events due at the same time in the order in which they
/// were sent.
package struct SessionTree<Model: DataModel>: Sendable {
    /// The values of the data model.
    package typealias Value = Model.Value

    /// Makes the session that a request asks for, not started; `nil` when there is no such chart.
    ///
    /// Its id and `hasParent` have to be the ones given.
    package typealias ChildFactory = @Sendable (ChildRequest<Value>, _ id: String) -> Session<Model>?

    /// One session of the tree.
    ///
    /// A finished one stays, for those who want to look at it.
    package struct Member: Sendable {
        package internal(set) var session: Session<Model>
        package let parent: String?
        package let invokeID: String?
    }

    /// What happened, in order.
    package struct Record: Sendable {
        package let session: String
        package let at: Duration
        package let macrostep: Macrostep<Value>
    }

    /// Sessions in the whole life of the tree; a child beyond cannot be started.
    package static var sessionsMax: Int { 256 }

    /// Delayed events that may wait at once in the tree; a send beyond fails with `error.execution`.
    package static var pendingMax: Int { 1_000 }

    /// Macrosteps in the whole life of the tree; beyond, it stands still with ``isExhausted`` set.
    package let macrostepsMax: Int
    package internal(set) var now: Duration = .zero
    package internal(set) var members: [Member] = []
    package internal(set) var records: [Record] = []
    package internal(set) var isExhausted = false
    /// Actions and turns of loops in the whole life of the tree; beyond, it stands still in the same way.
    package static var actionsMax: Int { 200_000 }
    let makeChild: ChildFactory
    var pending = PendingEvents<Value>()

    /// A tree of one session, not started, at time zero.
    package init(
        _ root: Session<Model>, macrostepsMax: Int = 10_000, child: @escaping ChildFactory = { _, _ in nil }
    ) {
        self.macrostepsMax = macrostepsMax
        makeChild = child
        members = [Member(session: root, parent: nil, invokeID: nil)]
    }

    /// The session that the tree was made with.
    package var root: Session<Model> { members[0].session }

    /// Actions and turns of loops that its sessions have run.
    package var actionsRun: Int {
        members.reduce(0) { $0 + $1.session.actionsBefore + $1.session.actionsRun }
    }

    /// Whether delayed events wait.
    package var hasPendingEvents: Bool { pending.nextDue != nil }

    /// The session with this id.
    package func session(_ id: String) -> Session<Model>? {
        members.first { $0.session.id == id }?.session
    }
}
