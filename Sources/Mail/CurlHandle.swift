import CCurl
import Glibc

/// Owns one easy handle and its connection.
///
/// Not Sendable: it stays inside its lane.
final class CurlHandle {
    private let easy: UnsafeMutableRawPointer
    private let sockets = OpenSockets()

    /// Without signals libcurl leaves SIGPIPE alone, and OpenSSL writes without MSG_NOSIGNAL: a server that
    /// hangs up would end this process unless the signal is ignored.
    private static let isReady: Bool = {
        signal(SIGPIPE, SIG_IGN)
        return entente_curl_global_init() == CURLE_OK
    }()

    /// Nil when libcurl has no memory or lacks an option that a guarantee rests on.
    init?(_ configuration: SMTPConfiguration) {
        guard Self.isReady, let easy = curl_easy_init() else { return nil }
        self.easy = easy
        guard configure(configuration) else { return nil }
    }

    deinit { curl_easy_cleanup(easy) }

    /// Talks to the server until the end; nil when libcurl is content, else its words for the fault, which
    /// name hosts and TLS reasons but no login.
    func perform(_ mail: Mail, _ exchange: SMTPExchange, freshConnection: Bool = false) -> String? {
        var list: UnsafeMutablePointer<curl_slist>?
        for recipient in mail.recipients { list = curl_slist_append(list, recipient.text) }
        defer {
            _ = entente_set_list(easy, CURLOPT_MAIL_RCPT, nil)
            curl_slist_free_all(list)
        }
        exchange.hangUp = { [sockets] in sockets.shutDown() }
        let context = Unmanaged.passUnretained(exchange).toOpaque()
        let isSet = all(
            entente_set_list(easy, CURLOPT_MAIL_RCPT, list),
            entente_set_string(easy, CURLOPT_MAIL_FROM, mail.sender.text),
            entente_set_long(easy, CURLOPT_FRESH_CONNECT, freshConnection ? 1 : 0),
            entente_set_read(easy, CurlCallbacks.read, context),
            entente_set_debug(easy, CurlCallbacks.debug, context),
            entente_set_progress(easy, CurlCallbacks.progress, context))
        guard isSet else { return "libcurl refused an option" }
        var words = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))
        return withExtendedLifetime(exchange) { performing(words: &words) }
    }

    private func performing(words: inout [CChar]) -> String? {
        words.withUnsafeMutableBufferPointer { buffer -> String? in
            _ = entente_set_string(easy, CURLOPT_ERRORBUFFER, buffer.baseAddress)
            defer { _ = entente_set_string(easy, CURLOPT_ERRORBUFFER, nil) }
            let code = curl_easy_perform(easy)
            guard code != CURLE_OK else { return nil }
            let own = buffer.baseAddress.map { String(cString: $0) } ?? ""
            return own.isEmpty ? String(cString: curl_easy_strerror(code)) : own
        }
    }

    /// The limits of each step are kept by the progress callback; libcurl's own are only a backstop.
    private func configure(_ configuration: SMTPConfiguration) -> Bool {
        let wantsTLS = configuration.security != .clearTextOnLoopback
        let backstop = Int(configuration.limits.total(recipients: 100).components.seconds) + 5
        return all(
            entente_set_string(easy, CURLOPT_URL, configuration.url),
            entente_set_string(easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps"),
            entente_set_string(easy, CURLOPT_PROXY, ""),
            entente_set_long(easy, CURLOPT_USE_SSL, Int(wantsTLS ? CURLUSESSL_ALL.rawValue : 0)),
            entente_set_long(easy, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)),
            entente_set_long(easy, CURLOPT_UPLOAD, 1),
            entente_set_long(easy, entente_opt_mail_rcpt_allow_fails, 1),
            entente_set_long(easy, CURLOPT_NOSIGNAL, 1),
            entente_set_long(easy, CURLOPT_CONNECTTIMEOUT, backstop),
            entente_set_long(easy, CURLOPT_SERVER_RESPONSE_TIMEOUT, backstop),
            entente_set_long(easy, CURLOPT_MAXAGE_CONN, 10),
            entente_set_long(easy, CURLOPT_MAXCONNECTS, 1),
            entente_set_sockets(
                easy, CurlCallbacks.made, CurlCallbacks.close, Unmanaged.passUnretained(sockets).toOpaque()),
            entente_set_write(easy, CurlCallbacks.discard, nil))
            && configureTrust(configuration)
    }

    private func configureTrust(_ configuration: SMTPConfiguration) -> Bool {
        var codes = [CURLE_OK]
        if let file = configuration.authoritiesFile {
            codes.append(entente_set_string(easy, CURLOPT_CAINFO, file))
            codes.append(entente_set_string(easy, CURLOPT_CAPATH, nil))
        }
        if let credentials = configuration.credentials {
            codes.append(entente_set_string(easy, CURLOPT_USERNAME, credentials.user))
            codes.append(entente_set_string(easy, CURLOPT_PASSWORD, credentials.password))
        }
        return codes.allSatisfy { $0 == CURLE_OK }
    }

    private func all(_ codes: CURLcode...) -> Bool { codes.allSatisfy { $0 == CURLE_OK } }
}
