extension OrderGraph {
    /// Draws every consequence; false when some value would have to be below itself.
    mutating func close() -> Bool {
        bounds = Array(repeating: Array(repeating: nil, count: nodes.count), count: nodes.count)
        for node in nodes.indices { bounds[node][node] = .zero }
        var unequal = placeConstants()
        for (left, right, relation) in relations {
            switch relation {
            case .equal:
                tighten(left, right, .zero)
                tighten(right, left, .zero)
            case .unequal: unequal.append((left, right))
            case .less: tighten(left, right, step(left, right))
            case .notLess: tighten(right, left, .zero)
            case .unordered: continue
            }
        }
        for (left, right, amount) in sums {
            tighten(left, right, Bound(amount: amount, isStrict: false))
            tighten(right, left, Bound(amount: -amount, isStrict: false))
        }
        repeat {
            guard spread() else { return false }
        } while part(unequal)
        return true
    }

    /// The known differences of constants; gives those that differ without an order.
    private mutating func placeConstants() -> [(Int, Int)] {
        var unequal: [(Int, Int)] = []
        for (i, left) in nodes.enumerated() {
            for (j, right) in nodes.enumerated() where i < j {
                guard let a = left.value, let b = right.value, left.kind == right.kind else { continue }
                if let a = a.wholeNumber ?? a.dayNumber, let b = b.wholeNumber ?? b.dayNumber {
                    tighten(i, j, Bound(amount: a - b, isStrict: false))
                    tighten(j, i, Bound(amount: b - a, isStrict: false))
                } else if let order = a.order(against: b) {
                    place(i, j, order)
                } else if !a.equals(b) {
                    unequal.append((i, j))
                }
            }
        }
        return unequal
    }

    private mutating func place(_ left: Int, _ right: Int, _ order: Order) {
        switch order {
        case .less: tighten(left, right, .below)
        case .greater: tighten(right, left, .below)
        case .same:
            tighten(left, right, .zero)
            tighten(right, left, .zero)
        case .none: break
        }
    }

    /// The bound of a difference that is below zero.
    private func step(_ left: Int, _ right: Int) -> Bound {
        let isStepped =
            nodes[left].isWhole && nodes[right].isWhole || nodes[left].isDay && nodes[right].isDay
        return isStepped ? Bound(amount: -1, isStrict: false) : .below
    }

    private mutating func tighten(_ left: Int, _ right: Int, _ bound: Bound) {
        guard let present = bounds[left][right], present <= bound else {
            bounds[left][right] = bound
            return
        }
    }

    /// Floyd and Warshall's shortest paths; false for a cycle below zero.
    private mutating func spread() -> Bool {
        for middle in nodes.indices {
            for left in nodes.indices {
                guard let first = bounds[left][middle] else { continue }
                for right in nodes.indices {
                    if let second = bounds[middle][right] { tighten(left, right, first + second) }
                }
            }
        }
        return nodes.indices.allSatisfy { bounds[$0][$0].map { $0 >= .zero } ?? true }
    }

    /// Sharpens `<=` between values that differ; true when something changed.
    private mutating func part(_ unequal: [(Int, Int)]) -> Bool {
        var changed = false
        for (left, right) in unequal {
            for (a, b) in [(left, right), (right, left)] where bounds[a][b] == .zero {
                bounds[a][b] = step(a, b)
                changed = true
            }
        }
        return changed
    }
}

extension Value {
    fileprivate var wholeNumber: Int64? {
        switch self {
        case .int(let number): number
        case .uint(let number): Int64(exactly: number)
        default: nil
        }
    }
}
