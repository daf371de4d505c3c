extension Agreement {
    /// Whether a refusal for security stands against the proposal, or against a renewal that is open.
    package var isBlockedForSecurity: Bool {
        if variables[Matter.securityVariable] == .bool(true) { return true }
        guard variables[Self.renewalVariable] == .bool(true) else { return false }
        return processes.values.contains { $0.name == Self.renewal && $0.status == .active }
    }

    private static let (renewal, renewalVariable) = ("renewal", "renewalBlocked")
}
