/// What changed from one text to another, line by line.
struct LineDifference {
    /// More than this is not compared: the time grows with what differs.
    static let linesMax = 5_000

    /// One line of the answer.
    enum Line: Hashable {
        case kept(String)
        case removed(String)
        case inserted(String)
        /// So many lines that did not change, and are far from any that did.
        case skipped(Int)
    }

    let lines: [Line]

    /// Nil when a text is too long.
    init?(from old: String, to new: String, context: Int = 3) {
        let (before, after) = (Self.split(old), Self.split(new))
        guard before.count <= Self.linesMax, after.count <= Self.linesMax else { return nil }
        lines = Self.folded(Self.merged(before, after), context)
    }

    var inserted: Int { lines.count { if case .inserted = $0 { true } else { false } } }
    var removed: Int { lines.count { if case .removed = $0 { true } else { false } } }

    private static func split(_ text: String) -> [Substring] {
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        // The end of the last line begins no other.
        return lines.count > 1 && lines.last?.isEmpty == true ? lines.dropLast() : lines
    }

    private static func merged(_ before: [Substring], _ after: [Substring]) -> [Line] {
        var (gone, come) = (Set<Int>(), Set<Int>())
        for change in after.difference(from: before) {
            switch change {
            case .remove(let offset, _, _): gone.insert(offset)
            case .insert(let offset, _, _): come.insert(offset)
            }
        }
        var (lines, old, new) = ([Line](), 0, 0)
        while old < before.count || new < after.count {
            if gone.contains(old) {
                lines.append(.removed(String(before[old])))
                old += 1
            } else if come.contains(new) {
                lines.append(.inserted(String(after[new])))
                new += 1
            } else {
                lines.append(.kept(String(before[old])))
                (old, new) = (old + 1, new + 1)
            }
        }
        return lines
    }

    /// Long stretches without a change are counted instead of shown.
    private static func folded(_ lines: [Line], _ context: Int) -> [Line] {
        let changed = lines.indices.filter { if case .kept = lines[$0] { false } else { true } }
        var isNear = [Bool](repeating: false, count: lines.count)
        for index in changed {
            for near in max(0, index - context)...min(lines.count - 1, index + context) {
                isNear[near] = true
            }
        }
        var (folded, skipped) = ([Line](), 0)
        for (line, near) in zip(lines, isNear) {
            guard near else {
                skipped += 1
                continue
            }
            if skipped > 0 { folded.append(.skipped(skipped)) }
            skipped = 0
            folded.append(line)
        }
        if skipped > 0 { folded.append(.skipped(skipped)) }
        return folded
    }
}
