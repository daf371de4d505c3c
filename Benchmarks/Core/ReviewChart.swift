import Statechart

/// The chart that every contestant runs: two parallel reviews, a decision, two parallel signatures and a
/// renewal loop.
///
/// The peers in `Benchmarks/Peers` write down the same one.
enum ReviewChart {
    typealias Node = StateNode<Bool>

    /// One turn of the loop, from the opening of a review to its next opening.
    static let events = [
        "scienceGiven", "lawGiven", "revise", "lawGiven", "scienceGiven", "approve", "instituteSigns",
        "partnerSigns", "renew",
    ]

    static func chart() throws -> Chart<Bool> {
        try Chart(
            Node(
                "agreement",
                children: [
                    parallel("review", ["science": "scienceGiven", "law": "lawGiven"], then: "decision"),
                    Node("decision", transitions: [edge("approve", "signature"), edge("revise", "review")]),
                    parallel(
                        "signature", ["institute": "instituteSigns", "partner": "partnerSigns"],
                        then: "inForce"),
                    Node("inForce", transitions: [edge("renew", "review")]),
                ]))
    }

    private static func parallel(_ id: String, _ regions: KeyValuePairs<String, String>, then next: String)
        -> Node
    {
        Node(
            id, .parallel, transitions: [edge("done.state.\(id)", next)],
            children: regions.map { region, event in
                Node(
                    region,
                    children: [
                        Node("\(region)Awaited", transitions: [edge(event, "\(region)Done")]),
                        Node("\(region)Done", .final),
                    ])
            })
    }

    static func edge(_ event: String, _ target: String) -> TransitionNode<Bool> {
        TransitionNode(on: [event], to: [target])
    }
}
