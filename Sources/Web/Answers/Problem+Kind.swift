import Agreements
import HTTPTypes

extension Problem {
    /// The problems that this layer finds by itself; raw values are the stable codes.
    enum Kind: String, CaseIterable, Sendable {
        case badRequest = "bad_request"
        case unknownFilter = "unknown_filter"
        case duplicateQueryKey = "duplicate_query_key"
        case duplicateFormKey = "duplicate_form_key"
        case unauthenticated = "not_logged_in"
        case forbidden = "not_authorized"
        case factorNeeded = "factor_needed"
        case crossSite = "cross_site"
        case staleForm = "stale_form"
        case unsupportedMediaType = "unsupported_media_type"
        case notFound = "not_found"
        case actOver = "act_over"
        case noticeUnknown = "notice_unknown"
        case noticeGone = "notice_gone"
        case invitationOver = "invitation_over"
        case methodNotAllowed = "method_not_allowed"
        case notAcceptable = "not_acceptable"
        case requestTimeout = "request_timeout"
        case contentTooLarge = "content_too_large"
        case uriTooLong = "uri_too_long"
        case expectationFailed = "expectation_failed"
        case misdirected = "unknown_host"
        case requestHeaderFieldsTooLarge = "header_fields_too_large"
        case unexpected = "internal_error"
        case notImplemented = "method_unknown"
        case unavailable = "unavailable"
        case demonstrationUnderWay = "demonstration_under_way"

        var status: HTTPResponse.Status {
            switch self {
            case .badRequest, .unknownFilter, .duplicateQueryKey, .duplicateFormKey: .badRequest
            case .unauthenticated: .unauthorized
            case .forbidden, .factorNeeded, .crossSite, .staleForm: .forbidden
            case .unsupportedMediaType: .unsupportedMediaType
            case .notFound, .noticeUnknown: .notFound
            case .actOver: .conflict
            case .noticeGone, .invitationOver: .gone
            case .methodNotAllowed: .methodNotAllowed
            case .notAcceptable: .notAcceptable
            case .requestTimeout: .requestTimeout
            case .contentTooLarge: .contentTooLarge
            case .uriTooLong: .uriTooLong
            case .expectationFailed: .expectationFailed
            case .misdirected: .misdirectedRequest
            case .requestHeaderFieldsTooLarge: .requestHeaderFieldsTooLarge
            case .unexpected: .internalServerError
            case .notImplemented: .notImplemented
            case .unavailable, .demonstrationUnderWay: .serviceUnavailable
            }
        }

        /// Keys of the catalogue: every kind has a title and a detail there.
        var title: String { "problem.\(rawValue).title" }
        var detail: String { "problem.\(rawValue).detail" }
    }
}

extension Problem {
    /// Nothing can be had for as long as that.
    static func unavailable(for time: Duration) -> Problem {
        Problem(.unavailable).adding(.retryAfter, "\(max(1, time.components.seconds))")
    }

    /// Pages wait for a demonstration; this one asks for itself again.
    static func demonstrationUnderWay(_ steps: PlayedSteps) -> Problem {
        let seconds = "2"
        var problem = Problem(.demonstrationUnderWay).adding(.retryAfter, seconds).adding(.refresh, seconds)
        func told(_ text: String) -> String {
            text.replacing("{done}", with: "\(steps.done)").replacing("{total}", with: "\(steps.total)")
        }
        problem.detail = LocalizedText(fr: told(problem.detail.fr), en: told(problem.detail.en))
        return problem
    }
}

extension HTTPField.Name {
    // swift-format-ignore: NeverForceUnwrap
    /// The page asks for itself again after so many seconds (HTML Standard, "shared declarative refresh steps").
    fileprivate static let refresh = Self("Refresh")!
}
