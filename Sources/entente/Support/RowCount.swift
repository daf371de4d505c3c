import ArgumentParser

/// A number of rows as a command line gives it.
func rowCount(_ text: String) throws -> Int {
    guard let count = Int(text), (1...1_000_000).contains(count) else {
        throw ValidationError("a number of rows is needed, from 1 to 1000000")
    }
    return count
}
