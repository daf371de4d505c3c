"""Every page that a role finds in its menu."""

from playwright.sync_api import expect

from checks import visit
from story_door import TEXTS
from walker import Walker, first_path, paths

# Every role in one window; those with most pages in several.
WINDOWS = {
    "DG": [("fr", 390), ("en", 1280)], "INT": [("fr", 1280), ("en", 390)], "PI_FR": [("fr", 390)],
    "ITMO": [("en", 1280)], "DAJ": [("fr", 1280)], "SIG": [("en", 390)],
}


def story_pages(browser, site):
    """Every page of the menu, a file and an act, for each role."""
    for role, windows in WINDOWS.items():
        for language, width in windows:
            walker = Walker(browser, site, language, width)
            walker.log_in(role)
            expect(walker.page.locator("h1")).to_have_text(TEXTS[language]["todo"])
            menu = paths(walker.page, "nav.menu a")
            assert "/todo" in menu and "/account" in menu, f"{role}: {menu}"
            for path in [*menu, "/account/factor"]:
                visit(walker, path)
            visit_work(walker)
            walker.done()


def visit_work(walker):
    """The first file that waits, and the form of its first act."""
    walker.go("/todo")
    for selector in ["ol.work h2 a", "ul.acts a.button"]:
        path = first_path(walker.page, selector)
        if path:
            visit(walker, path)


STORIES = [story_pages]
