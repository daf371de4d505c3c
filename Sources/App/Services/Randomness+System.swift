package import Agreements
import FoundationEssentials

extension Randomness {
    /// The system's cryptographic generator.
    package static let system = Randomness(
        uuid: { UUID() },
        salt: {
            var generator = SystemRandomNumberGenerator()
            return (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        })
}
