/// A condition as it runs and as it is analysed.
struct Part {
    let program: Program
    let tree: Syntax
}

extension Part {
    init?(_ program: Program) {
        guard let tree = program.tree else { return nil }
        self.init(program: program, tree: tree)
    }
}
