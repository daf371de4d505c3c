import HTTPTypes
import Hummingbird

/// The mark of the pages: two arcs that meet.
enum Icon {
    static let path = "/assets/entente.svg"

    static func answer() -> Response {
        var response = Response.text(picture, type: "image/svg+xml")
        response.headers[.cacheControl] = "public, max-age=86400"
        return response
    }

    private static let picture = """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b4a78"/>\
        <path d="M20 8a9 9 0 1 0 0 16M12 16h10" fill="none" stroke="#fff" stroke-width="3.5" stroke-linecap="round"/></svg>
        """
}
