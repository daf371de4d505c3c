import Statechart

/// The review chart's work in a chart of any size: two parallel rings of states, each of which one event
/// turns, and as many states beside them as it takes.
enum WideChart {
    static let events = ["left", "right"]

    /// A chart of `count` states, itself not counted.
    static func chart(states count: Int) throws -> Chart<Bool> {
        let turning = count - 3
        let left = ring("left", turning / 2)
        let right = ring("right", turning - turning / 2)
        return try Chart(
            ReviewChart.Node(
                "chart", children: [ReviewChart.Node("both", .parallel, children: [left, right])]))
    }

    private static func ring(_ event: String, _ count: Int) -> ReviewChart.Node {
        ReviewChart.Node(
            "ring.\(event)",
            children: (0..<count).map { number in
                let next = "\(event).\((number + 1) % count)"
                return ReviewChart.Node("\(event).\(number)", transitions: [ReviewChart.edge(event, next)])
            })
    }
}
