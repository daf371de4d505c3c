/// What one request and one connection may take; every limit is finite.
package struct WebLimits: Sendable, Equatable {
    /// Bytes of a request target; more is 414.
    package var uriBytesMax = 8 * 1024
    /// Bytes of one header field; more is 431.
    package var headerFieldBytesMax = 8 * 1024
    /// Bytes of all header fields; more is 431.
    package var headerListBytesMax = 32 * 1024
    /// Number of header fields; more is 431.
    package var headerFieldsMax = 100
    /// Bytes of a body, declared or streamed; more is 413.
    package var bodyBytesMax = 256 * 1024
    /// Bytes of a form of the door that carries another form on; more is 413.
    var carryingBytesMax: Int { 2 * bodyBytesMax }
    /// Bytes of a form with files; of more the files are not kept, and the form says so.
    package var uploadBytesMax = 20 * 1024 * 1024
    /// Bytes of a form with files that are read at all; more is 413.
    var skimmedBytesMax: Int { 4 * uploadBytesMax }
    /// From the start of a connection, or of a body, to the whole request; longer is 408.
    package var requestTime: Duration = .seconds(20)
    /// How long a connection may stay open between two requests.
    package var idleTime: Duration = .seconds(30)
    /// Connections at a time; more wait in the queue of the system.
    package var connectionsMax = 1_024

    package init() {}
}
