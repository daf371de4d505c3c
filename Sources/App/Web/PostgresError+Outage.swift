import Postgres
import Web

extension PostgresError: PossibleOutage {
    /// The connection was lost, or none could be had.
    package var isOutage: Bool { isConnectionLost || phase == .connect || phase == .pool }
}
