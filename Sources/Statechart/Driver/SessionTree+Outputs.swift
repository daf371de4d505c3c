extension SessionTree {
    mutating func perform(_ output: Output<Value>, of position: Int) {
        let sender = members[position].session.id
        switch output {
        case .send(let delivery): post(delivery, from: position)
        case .cancel(let sendID):
            pending.withdraw { $0.delivery.sendID == sendID && $0.sender == sender }
        case .startChild(let request): startChild(request, of: position)
        case .cancelChild(let invokeID): cancelChild(invokeID, of: sender)
        case .forward(let event, let invokeID):
            if let child = child(invokeID, of: sender) { hand(event, to: child) }
        case .log, .custom: break
        }
    }

    private mutating func post(_ delivery: Delivery<Value>, from position: Int) {
        if delivery.delay == .zero {
            dispatch(delivery, from: position)
        } else if case .cancelled = members[position].session.status {
            return
        } else if pending.count < Self.pendingMax {
            let sender = members[position].session.id
            pending.add(.init(due: now + delivery.delay, sender: sender, delivery: delivery))
        } else {
            members[position].session.failSend(delivery)
        }
    }

    /// Hands an event over to its receiver; one that is not there when it was to come later is told to the sender.
    mutating func dispatch(_ delivery: Delivery<Value>, from position: Int) {
        var delivery = delivery
        guard let receiver = receiver(of: delivery.destination, from: position) else {
            if delivery.delay > .zero { members[position].session.failDelivery(delivery) }
            return
        }
        guard !isDeaf(receiver, to: members[position]) else { return }
        if receiver == members[position].parent { delivery.event.invokeID = members[position].invokeID }
        hand(delivery.event, to: receiver)
    }

    /// Whoever cancelled a session hears it no more, not even what it sends while it leaves its states.
    private func isDeaf(_ receiver: String, to sender: Member) -> Bool {
        guard case .cancelled = sender.session.status else { return false }
        return receiver == sender.parent
    }

    private func receiver(of destination: Destination, from position: Int) -> String? {
        switch destination {
        case .own, .ownInternal: members[position].session.id
        case .parent: members[position].parent
        case .session(let id): session(id).map(\.id)
        case .child(let invokeID): child(invokeID, of: members[position].session.id)
        }
    }

    mutating func hand(_ event: Event<Value>, to id: String) {
        guard let position = members.firstIndex(where: { $0.session.id == id }) else { return }
        members[position].session.enqueue(event)
    }

    // MARK: Children

    private func child(_ invokeID: String, of parent: String) -> String? {
        members.last { $0.parent == parent && $0.invokeID == invokeID && $0.session.isRunning }?.session.id
    }

    private mutating func startChild(_ request: ChildRequest<Value>, of position: Int) {
        let parent = members[position].session.id
        let id = "\(parent).\(request.invokeID).\(members.count)"
        guard members.count < Self.sessionsMax, let session = makeChild(request, id) else {
            return members[position].session.failChild(request)
        }
        members.append(Member(session: session, parent: parent, invokeID: request.invokeID))
        shareAddresses()
        begin(members.count - 1, with: request.arguments)
        shareAddresses()
    }

    private mutating func cancelChild(_ invokeID: String, of parent: String) {
        guard let id = child(invokeID, of: parent),
            let position = members.firstIndex(where: { $0.session.id == id })
        else { return }
        note([members[position].session.cancel()], of: position)
        pending.withdraw { $0.sender == id }
        shareAddresses()
    }

    /// A session that has ended sends nothing any more; if it is a child, its parent hears of its end.
    mutating func reportEnd(of position: Int, _ data: Value?) {
        let member = members[position]
        pending.withdraw { $0.sender == member.session.id }
        shareAddresses()
        guard let parent = member.parent, let invokeID = member.invokeID else { return }
        hand(.done(invokeID: invokeID, data: data), to: parent)
    }

    /// Tells every session, those about to start too, which ones can be sent to.
    private mutating func shareAddresses() {
        let reachable = Set(members.map(\.session).filter(\.isAlive).map(\.id))
        for position in members.indices where members[position].session.isAlive {
            members[position].session.reachableSessions = reachable
        }
    }
}

extension Session {
    /// Whether events can reach it: about to start, or running.
    fileprivate var isAlive: Bool {
        switch status {
        case .unstarted, .running: true
        case .finished, .cancelled, .faulted: false
        }
    }
}
