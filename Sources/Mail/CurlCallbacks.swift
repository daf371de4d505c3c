import CCurl

/// The C functions libcurl calls back.
///
/// Each finds its ``SMTPExchange``, which the caller of `curl_easy_perform` keeps alive, or its
/// ``OpenSockets``, which the handle does, in the context pointer.
enum CurlCallbacks {
    static let read: entente_read_callback = { buffer, size, count, context in
        guard let buffer, let exchange = CurlCallbacks.exchange(context) else {
            return Int(CURL_READFUNC_ABORT)
        }
        let room = UnsafeMutableRawBufferPointer(start: buffer, count: size * count)
        return exchange.read(into: room) ?? Int(CURL_READFUNC_ABORT)
    }

    static let debug: entente_debug_callback = { _, kind, data, size, context in
        guard let exchange = CurlCallbacks.exchange(context) else { return 0 }
        exchange.trace(kind, UnsafeRawBufferPointer(start: data, count: data == nil ? 0 : size))
        return 0
    }

    static let progress: entente_progress_callback = { context, _, _, _, _ in
        CurlCallbacks.exchange(context)?.mustStop() == true ? 1 : 0
    }

    static let made: entente_socket_option_callback = { context, socket, _ in
        CurlCallbacks.sockets(context)?.opened(socket)
        return Int32(CURL_SOCKOPT_OK)
    }

    static let close: entente_socket_close_callback = { context, socket in
        CurlCallbacks.sockets(context)?.close(socket) ?? 0
    }

    static let discard: entente_write_callback = { _, size, count, _ in size * count }

    private static func sockets(_ context: UnsafeMutableRawPointer?) -> OpenSockets? {
        context.map { Unmanaged<OpenSockets>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func exchange(_ context: UnsafeMutableRawPointer?) -> SMTPExchange? {
        context.map { Unmanaged<SMTPExchange>.fromOpaque($0).takeUnretainedValue() }
    }
}
