import Glibc

extension String {
    /// Whether the word stands somewhere in it, byte by byte; neither of them has a NUL.
    func holds(_ word: String) -> Bool {
        withCString { text in word.withCString { strstr(text, $0) != nil } }
    }
}
