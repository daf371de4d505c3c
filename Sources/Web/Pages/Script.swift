import HTTPTypes
import Hummingbird

/// The one script, which keeps a form that somebody fills in; every page works without it.
enum Script {
    static let path = "/assets/entente.js"

    /// The script; 304 when the visitor has it.
    static func answer(_ visit: Visit) -> Response {
        Stylesheet.asset(text, type: "text/javascript; charset=utf-8", visit)
    }

    /// Sends the form to where its buttons do, a moment after the last key; a button that is pressed meanwhile goes next.
    ///
    /// Where another window changed or discarded the draft it stops, and says so.
    static let text = """
        "use strict";
        (function () {
            var form = document.querySelector("form[data-draft]");
            var said = document.getElementById("draft-said");
            if (!form || !said || !window.fetch || !window.AbortController) { return; }
            var timer = null, under = null, pressed, isStopped = false, kept = typed();
            function isTyped(entry) { return entry[0].indexOf("was.") !== 0; }
            function typed() { return new URLSearchParams(Array.from(new FormData(form)).filter(isTyped)).toString(); }
            function take(text) {
                var lines = text.split("\\n");
                said.textContent = lines.shift();
                lines.forEach(function (line) {
                    var parts = line.split(" "), mark = form.elements.namedItem(parts[0]);
                    if (mark) { mark.value = parts[1]; }
                });
            }
            function later() {
                clearTimeout(timer);
                timer = setTimeout(keep, 1500);
            }
            function keep() {
                var now = typed(), body = new URLSearchParams(new FormData(form));
                if (under || isStopped || now === kept) { return; }
                under = new AbortController();
                body.append("go", "keep");
                fetch(form.action, {
                    method: "POST", body: body, signal: under.signal, redirect: "error"
                }).then(function (answer) {
                    isStopped = answer.status === 409 || answer.status === 410;
                    if (!answer.ok && !isStopped) { throw new Error(); }
                    return answer.text();
                }).then(function (text) {
                    if (!isStopped) { kept = now; }
                    take(text);
                }).catch(function (error) {
                    if (error.name !== "AbortError") { said.textContent = said.dataset.failed; }
                }).then(function () {
                    under = null;
                    if (pressed !== undefined) {
                        form.requestSubmit(pressed);
                    } else if (typed() !== now) {
                        later();
                    }
                });
            }
            form.addEventListener("input", later);
            form.addEventListener("submit", function (event) {
                clearTimeout(timer);
                if (!under) { return; }
                if (!form.requestSubmit) { under.abort(); return; }
                event.preventDefault();
                pressed = event.submitter || null;
                setTimeout(function () { if (under) { under.abort(); } }, 3000);
            });
        })();

        """
}
