"""Stories in a real browser: see `run`. Each story is a function; a story that fails says where and why."""

import argparse
import contextlib
import os
import sys
import traceback

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

import demonstration

WIDTHS = {390: 844, 1280: 900}
LANGUAGES = {"fr": "fr-FR", "en": "en-GB"}
WEIGHT_MAX = 150_000  # Bytes of a page with everything that it loads.

# What a reader sees in each language; the rest is found by its place in the page.
TEXTS = {
    "fr": {"todo": "À faire", "wrong": "n’est pas le bon"},
    "en": {"todo": "To do", "wrong": "is not right"},
}


class Walker:
    """A browser's window, with everything that went wrong in it."""

    def __init__(self, browser, site, language="fr", width=1280, script=True):
        self.site, self.language, self.width = site, language, width
        self.context = browser.new_context(
            base_url=site.url, locale=LANGUAGES[language], java_script_enabled=script,
            viewport={"width": width, "height": WIDTHS[width]}, is_mobile=width < 600)
        self.context.set_default_timeout(15_000)
        self.page = self.context.new_page()
        self.errors, self.weight = [], 0
        self.page.on("console", self.heard)
        self.page.on("pageerror", lambda error: self.errors.append(f"error: {error}"))
        self.page.on("request", self.requested)
        self.page.on("response", self.answered)

    def heard(self, message):
        # A form that comes back as 422 is told on the console, too: that is what the test wanted.
        if message.type in ("error", "warning") and "status of 422" not in message.text:
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

    def fill_login(self, role):
        address, password = self.site.accounts[role]
        self.page.fill("#address", address)
        self.page.fill("#password", password)

    def log_in(self, role):
        self.go("/login")
        self.fill_login(role)
        self.page.click("main button")
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


def check_page(walker, name):
    """No violation of axe's rules, no sideways scrolling, one first heading, the language, and not too heavy."""
    page = walker.page
    results = Axe().run(page)
    assert results.violations_count == 0, f"{name}:\n{results.generate_report()}"
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0, f"{name} scrolls sideways by {wide} px"
    assert page.locator("h1").count() == 1, f"{name}: one first heading"
    assert page.get_attribute("html", "lang") == walker.language, f"{name}: language"
    assert page.locator("[style], script").count() == 0, f"{name}: inline style or script"
    assert walker.weight <= WEIGHT_MAX, f"{name} weighs {walker.weight} bytes"


def visit(walker, path):
    walker.go(path)
    check_page(walker, f"{path} ({walker.language}, {walker.width})")


def first_path(page, selector):
    """Where the first such link leads; None where there is none."""
    links = page.locator(selector)
    return links.first.get_attribute("href") if links.count() else None


def story_strangers(browser, site):
    """Pages that anybody may open."""
    for language in LANGUAGES:
        for width in WIDTHS:
            walker = Walker(browser, site, language, width)
            for path in ["/", "/login", "/login/reset", "/accessibility"]:
                visit(walker, path)
            walker.done()


def story_pages(browser, site):
    """Every page of the menu, a file and an act, for each role."""
    for language in LANGUAGES:
        for width in WIDTHS:
            for role in site.accounts if (language, width) == ("fr", 390) else ["DG", "INT"]:
                walker = Walker(browser, site, language, width)
                walker.log_in(role)
                expect(walker.page.locator("h1")).to_have_text(TEXTS[language]["todo"])
                menu = walker.page.locator("nav.menu a")
                paths = [menu.nth(index).get_attribute("href") for index in range(menu.count())]
                assert "/todo" in paths and "/account" in paths, f"{role}: {paths}"
                for path in paths:
                    visit(walker, path)
                visit(walker, "/account/factor")
                visit_work(walker)
                walker.done()


def visit_work(walker):
    """The first file that waits, and the form of its first act."""
    walker.go("/todo")
    file = first_path(walker.page, "ol.work h2 a")
    if file is None:
        return
    visit(walker, file)
    act = first_path(walker.page, "ul.acts a.button")
    if act is not None:
        visit(walker, act)


def story_wrong_password(browser, site):
    """A wrong password is told, the address is kept, and the language switch works without an account."""
    walker = Walker(browser, site, "fr", 390)
    walker.go("/login")
    walker.fill_login("DG")
    walker.page.fill("#password", "certainly not this one")
    walker.page.click("main button")
    expect(walker.page.locator("[role=alert]")).to_contain_text(TEXTS["fr"]["wrong"])
    assert walker.page.input_value("#address") != "" and walker.page.input_value("#password") == ""
    check_page(walker, "a login that was refused")
    walker.go("/login")
    walker.page.click("nav.language a[lang=en]")
    assert walker.page.get_attribute("html", "lang") == "en"
    walker.done()


FOCUS = """() => {
    const element = document.activeElement, style = getComputedStyle(element);
    return {id: element.id, name: element.name || '', tag: element.tagName, href: element.getAttribute('href') || '',
        seen: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none',
        inside: element.getBoundingClientRect().width > 0 && element.getBoundingClientRect().top >= 0};
}"""


def tab_to(page, is_there, most=60):
    """Presses Tab until the focus is there; the focus must be seen at every stop. What was passed."""
    passed = []
    for _ in range(most):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus["tag"] == "BODY":
            continue
        assert focus["seen"], f"the focus is not seen at {focus}"
        passed.append(focus)
        if is_there(focus):
            return passed
    raise AssertionError(f"Tab does not lead there: {[focus['id'] or focus['href'] for focus in passed]}")


def story_keyboard(browser, site):
    """Coming in and opening a file without a mouse: the order of Tab is that of the page, the focus is seen."""
    for language in LANGUAGES:
        walker = Walker(browser, site, language, 1280)
        page = walker.page
        walker.go("/login")
        stops = tab_to(page, lambda focus: focus["id"] == "address")
        assert stops[0]["href"] == "#main" and stops[0]["inside"], f"the skip link comes first, and is seen: {stops[0]}"
        address, password = site.accounts["DG"]
        page.keyboard.type(address)
        rest = tab_to(page, lambda focus: focus["id"] == "password")
        page.keyboard.type(password)
        rest += tab_to(page, lambda focus: focus["tag"] == "BUTTON")
        assert [focus["id"] for focus in rest[:2]] == ["password", "code"], f"{rest}"
        page.keyboard.press("Enter")
        page.wait_for_url("**/todo")
        if first_path(page, "ol.work h2 a") is not None:
            tab_to(page, lambda focus: focus["href"].startswith("/files/"))
            page.keyboard.press("Enter")
            page.wait_for_url("**/files/**")
        walker.done()


def story_skip_link(browser, site):
    """The skip link leads past the menu."""
    walker = Walker(browser, site, "en", 1280)
    walker.log_in("INT")
    walker.page.keyboard.press("Tab")
    walker.page.keyboard.press("Enter")
    assert walker.page.evaluate("document.activeElement.id") == "main"
    walker.done()


def story_language(browser, site):
    """A language that was chosen stays, whatever the browser says."""
    walker = Walker(browser, site, "fr", 390)
    walker.log_in("INT")
    for wanted, other in [("en", "fr"), ("fr", "en")]:
        walker.page.goto("/account")
        walker.page.click(f"nav.language button[value={wanted}]")
        assert walker.page.get_attribute("html", "lang") == wanted
        assert walker.page.locator(f"nav.language button[value={other}]").count() == 1
        walker.page.goto("/todo")
        expect(walker.page.locator("h1")).to_have_text(TEXTS[wanted]["todo"])
    walker.done()


def story_log_out(browser, site):
    """After logging out nothing is open any more, not by the way back either."""
    walker = Walker(browser, site, "en", 1280)
    walker.log_in("INT")
    walker.page.click("nav.menu form button")
    expect(walker.page.locator("[role=status]")).to_be_visible()
    walker.page.goto("/account")
    assert "/login" in walker.page.url, walker.page.url
    walker.done()


def fill_act(page):
    """Fills the form of an act as somebody would who says yes to everything."""
    for box in page.locator("form.narrow select").all():
        if box.input_value() == "":
            values = [option.get_attribute("value") for option in box.locator("option").all()]
            box.select_option(next(value for value in values if value))
    for field in page.locator("form.narrow input[required], form.narrow textarea[required]").all():
        if field.input_value():
            continue
        kind = field.get_attribute("type") or ""
        mode = field.get_attribute("inputmode") or ""
        values = {"date": "2017-01-02", "datetime-local": "2017-01-02T10:00"}
        field.fill(values.get(kind, "1" if mode == "numeric" else "Vu et décidé."))


def decide(page, file):
    """Does the first act of a file that can be done; whether there was one."""
    page.goto(file)
    acts = [link.get_attribute("href") for link in page.locator("ul.acts a.button").all()]
    for act in acts:
        page.goto(act)
        fill_act(page)
        page.click("form.narrow button")
        if "done=1" in page.url:
            return True
        assert page.locator("#problems").count() == 1, f"{act}: neither done nor told why"
    return False


def story_without_script(browser, site):
    """With script switched off the director comes in, opens what waits, and decides."""
    walker = Walker(browser, site, "fr", 1280, script=False)
    walker.log_in("DG")
    page = walker.page
    files = [link.get_attribute("href") for link in page.locator("ol.work h2 a").all()]
    assert files, "nothing waits for the director of the demonstration"
    assert any(decide(page, file) for file in files[:5]), "the director can decide none of five files"
    expect(page.locator("p.done")).to_be_visible()
    walker.done()


STORIES = [
    story_strangers, story_wrong_password, story_keyboard, story_skip_link, story_language, story_log_out,
    story_pages, story_without_script,
]


def tell(browser, site, chosen):
    """Runs the stories; how many failed."""
    failed = 0
    for story in STORIES:
        if chosen and story.__name__.removeprefix("story_") not in chosen:
            continue
        try:
            story(browser, site)
            print(f"ok    {story.__doc__.splitlines()[0]}", flush=True)
        except Exception:
            failed += 1
            print(f"FAILED {story.__doc__.splitlines()[0]}\n{traceback.format_exc()}", flush=True)
    return failed


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary", nargs="?", help="the entente to start")
    parser.add_argument("--url")
    parser.add_argument("--accounts")
    parser.add_argument("--story", action="append", default=[])
    arguments = parser.parse_args()
    if arguments.url and arguments.accounts:
        place = contextlib.nullcontext(demonstration.Demonstration(arguments.url, arguments.accounts))
    elif arguments.binary:
        place = demonstration.started(arguments.binary)
    else:
        parser.error("name the binary to start, or --url and --accounts")
    with place as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox"] if os.geteuid() == 0 else [])
        failed = tell(browser, site, arguments.story)
        browser.close()
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
