import Testing

@Suite("Expressions in workflow files")
struct ExpressionPlaceTests {
    static let mutations = [
        Mutation(
            "in a plain text", "that: call.isOpen(now)", "that: call.isOpn(now)",
            "f.yaml:37:25: unknown function"),
        Mutation(
            "after a quote", "\"!measures.flagged\"", "\"!measures.flaged\"",
            "f.yaml:76:39: there is no field"),
        Mutation(
            "in single quotes with an escape", "\"!measures.flagged\"", "'''a'' == agreement.lgal'",
            "f.yaml:76:47: there is no field"),
        Mutation(
            "in a folded block", "if: { that: call.isOpen(now), else: call_closed }",
            "if:\n              that: >-\n                call.isOpen(now)\n                && agreement.lgal == ''\n              else: call_closed",
            "f.yaml:40:20: there is no field"),
        Mutation(
            "after NAME in", "party in agreement.parties", "party in agreement.partys",
            "f.yaml:44:55: there is no field"),
        Mutation(
            "of another type", "effective: agreement.start", "effective: agreement.renewals",
            "f.yaml:52:20: expected a string, but this is an int"),
        Mutation(
            "of a due rule", "at: agreement.end", "at: agreement.renewals",
            "f.yaml:60:50: expected string or timestamp, but this is of type int"),
    ]

    @Test("A mistake is reported at its own place", arguments: mutations)
    func place(_ mutation: Mutation) throws {
        let findings = Sample.findings(mutation.text)
        try #require(findings.count == 1, "\(findings)")
        #expect(findings[0].hasPrefix(mutation.expected[0]), "\(findings)")
    }
}
