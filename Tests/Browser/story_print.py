"""Paper: what a page looks like when it is printed."""

from checks import check_page
from walker import BOTH, Walker, first_path

PAPER = 700  # Points of CSS that a sheet of A4 leaves between its margins, about.

# What reaches beyond the sheet, or is scrolled away within something that does not scroll on paper.
CUT = """width => [...document.querySelectorAll('main, main *')].filter(each => {
    const box = each.getBoundingClientRect(), style = getComputedStyle(each);
    if (!box.width || !box.height || each.closest('.hidden')) return false;
    const hides = style.overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 1;
    return hides || box.right > width + 1;
}).map(each => `${each.tagName}.${each.className}: ${each.textContent.trim().slice(0, 40)}`)"""

INK = """() => [...document.querySelectorAll('h1, h2, main p, main td, main dd')].filter(each =>
    each.getClientRects().length).map(each => getComputedStyle(each).color)"""


# What the office and the directorate print to lay on a table, with something that must stand on the sheet.
LISTS = {
    "DG": [("/todo", "ol.work h2"), ("/portfolio", "main table"), ("/forecast", "main table")],
    "INT": [("/files", "main table"), ("/ops", "main table"), ("/ops/waits", "main table"),
            ("/ops/steps", "main table"), ("/ops/notices", "main table"), ("/ops/people", "main table")],
}


def check_sheet(page, unwanted):
    """Dark on white, nothing cut, nothing to press."""
    page.emulate_media(media="print")
    page.set_viewport_size({"width": PAPER, "height": 1000})
    for each in unwanted:
        shown = [item for item in page.locator(each).all() if item.is_visible()]
        assert not shown, f"{each} is printed at {page.url}"
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"), f"the sheet is {ground}"
    for color in set(page.evaluate(INK)):
        assert max(map(int, color.removeprefix("rgb(").rstrip(")").split(","))) < 120, f"pale: {color}"
    cut = page.evaluate(CUT, PAPER)
    assert not cut, page.url + "\n" + "\n".join(cut)
    assert page.pdf(format="A4").startswith(b"%PDF")


def story_print(browser, site):
    """A file is a readable sheet on paper: no menu, no buttons, dark on white, nothing cut."""
    for language, width in BOTH:
        walker = Walker(browser, site, language, width)
        walker.log_in("DG")
        page = walker.page
        walker.go(first_path(page, "ol.work h2 a"))
        check_sheet(page, ["nav.menu", "nav.language", "ul.acts", "p.tools", "a.skip", "p.banner.thin"])
        for wanted in ["h1", "#turn", "#history", "nav .phases"]:
            assert page.locator(wanted).is_visible(), f"{wanted} is not printed"
        check_page(walker, "a file on paper")
        walker.done()


def story_lists_on_paper(browser, site):
    """So is each list of the directorate and of the office: its lines, and none of what narrows or leafs through it."""
    for language, width in BOTH:
        for role, lists in LISTS.items():
            walker = Walker(browser, site, language, width)
            walker.log_in(role)
            for path, wanted in lists:
                walker.page.emulate_media(media="screen")
                walker.go(path)
                check_sheet(walker.page, ["nav.menu", "nav.language", "form.filters", ".pages a", "a.skip"])
                assert walker.page.locator(wanted).first.is_visible(), f"{wanted} is not printed at {path}"
            walker.done()


STORIES = [story_print, story_lists_on_paper]
