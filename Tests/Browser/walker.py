"""A browser's window, with everything that went wrong in it."""

import contextlib

WIDTHS = {390: 844, 1280: 900}
LANGUAGES = {"fr": "fr-FR", "en": "en-GB"}

# Each language and each width once: where a story is long, it is walked in these two windows.
BOTH = [("fr", 390), ("en", 1280)]


class Walker:
    """Somebody at a window of one width, whose browser asks for one language, with script or without."""

    def __init__(self, browser, site, language="fr", width=1280, script=True):
        self.site, self.language, self.width = site, language, width
        self.context = browser.new_context(
            base_url=site.url, locale=LANGUAGES[language], viewport={"width": width, "height": WIDTHS[width]},
            is_mobile=width < 600)
        self.context.set_default_timeout(60_000)
        self.page = self.context.new_page()
        self.protocol = self.context.new_cdp_session(self.page)
        self.has_script = script
        self.switch_script(script)
        self.errors, self.weight, self.refusals = [], 0, {422}
        self.page.on("console", self.heard)
        self.page.on("pageerror", lambda error: self.errors.append(f"error: {error}"))
        self.page.on("request", self.requested)
        self.page.on("response", self.answered)

    def switch_script(self, is_on):
        self.protocol.send("Emulation.setScriptExecutionDisabled", {"value": not is_on})

    @contextlib.contextmanager
    def measuring(self):
        """Lets script run for as long as a check needs: axe is script itself."""
        self.switch_script(True)
        yield
        self.switch_script(self.has_script)

    def heard(self, message):
        # A form that comes back as 422 is told on the console, too: that is what the test wanted.
        wanted = any(f"status of {status}" in message.text for status in self.refusals)
        if message.type in ("error", "warning") and not wanted:
            self.errors.append(f"console at {self.page.url}: {message.text}")

    def requested(self, request):
        if not request.url.startswith(self.site.url + "/"):
            self.errors.append(f"a request leaves the site: {request.url}")

    def answered(self, response):
        if response.status >= 500:
            self.errors.append(f"{response.status} at {response.url}")
        with contextlib.suppress(Exception):
            self.weight += len(response.body())

    def go(self, path):
        self.weight = 0
        self.page.goto(path)

    def send(self, button="main form.narrow button"):
        """Presses the button of a form; the first one where there are several."""
        self.weight = 0
        self.page.locator(button).first.click()

    def fetch(self, path):
        """What is downloaded from there, as text, with this window's session."""
        answer = self.context.request.get(path)
        assert answer.ok, f"{path}: {answer.status}"
        return answer.text()

    def fill_login(self, role):
        address, password = self.site.accounts[role]
        self.page.fill("#address", address)
        self.page.fill("#password", password)

    def log_in(self, role):
        self.go("/login")
        self.fill_login(role)
        self.send("main button")
        self.page.wait_for_url("**/todo")
        self.speak()

    def speak(self):
        """What somebody chose once goes before the browser's language: chooses the walker's."""
        if self.page.get_attribute("html", "lang") != self.language:
            self.page.click(f"nav.language button[value={self.language}]")
            self.page.wait_for_url("**/todo")

    def done(self):
        self.context.close()
        assert not self.errors, "\n".join(self.errors)


def paths(page, selector):
    """Where these links lead."""
    return [link.get_attribute("href") for link in page.locator(selector).all()]


def first_path(page, selector):
    """Where the first such link leads; None where there is none."""
    return next(iter(paths(page, selector)), None)
