import App
import Synchronization
import Web

/// Tells the operator where to look: where the server listens, and when its pages are open.
final class Announcement: Sendable {
    private struct State {
        var address: WebAddress?
        var isOpen: Bool
    }

    private let say: @Sendable (String) -> Void
    private let state: Mutex<State>

    /// - Parameter isOpen: whether pages are shown as soon as the server listens.
    init(isOpen: Bool, say: @escaping @Sendable (String) -> Void) {
        self.say = say
        state = Mutex(State(isOpen: isOpen))
    }

    func listens(on address: WebAddress) {
        let isOpen = state.withLock {
            $0.address = address
            return $0.isOpen
        }
        guard isOpen else {
            return say("Entente listens on \(address); the pages open when the demonstration is played.")
        }
        sayOpen(address)
    }

    func opens() {
        let address = state.withLock { state in
            defer { state.isOpen = true }
            return state.isOpen ? nil : state.address
        }
        if let address { sayOpen(address) }
    }

    private func sayOpen(_ address: WebAddress) {
        say("Entente serves on \(address) – end it with Ctrl-C.")
    }
}
