import Foundation

/// How much of a long suite is played: all of it, or a sample where time is short.
package enum LongSuite {
    /// Whether time is short: `deploy/test --fast` says so by `ENTENTE_FAST=1`.
    package static let isShort = ProcessInfo.processInfo.environment["ENTENTE_FAST"] == "1"

    /// `whole`, or `sample` where time is short.
    package static func plays(_ whole: Int, sample: Int) -> Int { isShort ? sample : whole }

    /// All of them, or each `step`th from the first on where time is short.
    package static func some<Element>(_ whole: [Element], oneIn step: Int) -> [Element] {
        isShort ? whole.enumerated().filter { $0.offset.isMultiple(of: step) }.map(\.element) : whole
    }
}
