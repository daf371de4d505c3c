import HTTPTypes
import Hummingbird

/// The one script, which keeps a form that somebody fills in; every page works without it.
enum Script {
    static let path = "/assets/entente.js"

    /// The script; 304 when the visitor has it.
    static func answer(_ visit: Visit) -> Response {
        Stylesheet.asset(text, type: "text/javascript; charset=utf-8", visit)
    }

    /// Sends the form to where its buttons do, a moment after the last key; a button that is pressed meanwhile goes first.
    static let text = """
        "use strict";
        (function () {
            var form = document.querySelector("form[data-draft]");
            var said = document.getElementById("draft-said");
            if (!form || !said || !window.fetch || !window.AbortController) { return; }
            var timer = null, under = null, kept = typed();
            function typed() { return new URLSearchParams(new FormData(form)).toString(); }
            function keep() {
                var now = typed();
                if (now === kept) { return; }
                under = new AbortController();
                fetch(form.action, {
                    method: "POST", body: new URLSearchParams(now + "&go=keep"), signal: under.signal, redirect: "error"
                }).then(function (answer) {
                    if (!answer.ok) { throw new Error(); }
                    return answer.text();
                }).then(function (text) {
                    kept = now;
                    said.textContent = text;
                }).catch(function (error) {
                    if (error.name !== "AbortError") { said.textContent = said.dataset.failed; }
                });
            }
            form.addEventListener("input", function () {
                clearTimeout(timer);
                timer = setTimeout(keep, 1500);
            });
            form.addEventListener("submit", function () {
                clearTimeout(timer);
                if (under) { under.abort(); }
            });
        })();

        """
}
