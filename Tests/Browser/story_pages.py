"""Every page that a role finds in its menu."""

from playwright.sync_api import expect

from checks import check_page, visit
from story_door import TEXTS
from walker import BOTH, Walker, first_path, paths

# Every role in one window, so that what several of them find is seen in each.
WINDOWS = {
    "DG": ("fr", 390), "INT": ("en", 1280), "PI_FR": ("en", 390), "ITMO": ("en", 1280), "DAJ": ("fr", 1280),
    "SIG": ("fr", 390),
}


def story_pages(browser, site):
    """Every page of the menu, a file and an act, for each role."""
    for role, (language, width) in WINDOWS.items():
        walker = Walker(browser, site, language, width)
        walker.log_in(role)
        expect(walker.page.locator("h1")).to_have_text(TEXTS[language]["todo"])
        menu = paths(walker.page, "nav.menu a")
        assert "/todo" in menu and "/account" in menu, f"{role}: {menu}"
        for path in [*menu, "/"]:
            visit(walker, path)
        visit_work(walker)
        walker.done()


def story_factor(browser, site):
    """The page of the second factor, whose codes nobody guesses."""
    for language, width in BOTH:
        walker = Walker(browser, site, language, width)
        walker.log_in("SIG")
        visit(walker, "/account/factor")
        walker.page.fill("#code", "000000")
        walker.page.fill("#password", site.accounts["SIG"][1])
        walker.send()
        expect(walker.page.locator("[role=alert]")).to_be_visible()
        check_page(walker, "a code that is wrong")
        walker.done()


def visit_work(walker):
    """The first file that waits, and the form of its first act."""
    walker.go("/todo")
    for selector in ["ol.work h2 a", "ul.acts a.button"]:
        path = first_path(walker.page, selector)
        if path:
            visit(walker, path)


STORIES = [story_pages, story_factor]
