/// A list that is written again from its start: emptying it costs nothing and keeps its room.
///
/// What it held stays in memory until it is written over.
@usableFromInline
package struct Tape<Element: Sendable>: Sendable, RandomAccessCollection {
    @usableFromInline var items: [Element] = []
    @usableFromInline var length = 0

    init() {}

    /// The place of the first element.
    @inlinable package var startIndex: Int { 0 }
    /// The place after the last element.
    @inlinable package var endIndex: Int { length }

    /// An element by its place.
    @inlinable package subscript(place: Int) -> Element {
        precondition(place < length, "A place beyond the end.")
        return items[place]
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if length < items.count { items[length] = element } else { items.append(element) }
        length += 1
    }

    @inline(__always)
    mutating func removeAll() { length = 0 }
}

extension Tape where Element: Equatable {
    /// Whether the tape holds what the array holds.
    package static func == (tape: Tape, array: [Element]) -> Bool { tape.elementsEqual(array) }
}
