import Foundation

/// How much of a long suite is played: all of it, or a sample where time is short.
package enum LongSuite {
    /// Whether time is short: `deploy/test --fast` says so by `ENTENTE_FAST=1`.
    package static let isShort = ProcessInfo.processInfo.environment["ENTENTE_FAST"] == "1"

    /// `whole`, or `sample` where time is short.
    package static func plays(_ whole: Int, sample: Int) -> Int { isShort ? sample : whole }
}
