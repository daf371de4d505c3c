import Agreements

extension Bench {
    /// Lets random things happen; what is refused leaves no trace.
    mutating func live(_ commands: inout RandomCommands, steps: Int) {
        for _ in 0..<steps {
            let (body, actor) = commands.next(for: self)
            var trial = self
            if (try? trial.decide(body, by: actor)) != nil { self = trial }
            facts.now = facts.now.adding(milliseconds: commands.pause() / 4)
        }
    }
}
