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


def story_print(browser, site):
    """A file is a readable sheet on paper: no menu, no buttons, dark on white, nothing cut."""
    for language, width in BOTH:
        walker = Walker(browser, site, language, width)
        walker.log_in("DG")
        page = walker.page
        walker.go(first_path(page, "ol.work h2 a"))
        page.emulate_media(media="print")
        page.set_viewport_size({"width": PAPER, "height": 1000})
        for unwanted in ["nav.menu", "nav.language", "ul.acts", "p.tools", "a.skip", "p.banner.thin"]:
            assert not page.locator(unwanted).is_visible(), f"{unwanted} is printed"
        for wanted in ["h1", "#turn", "#history", "nav .phases"]:
            assert page.locator(wanted).is_visible(), f"{wanted} is not printed"
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert ground in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"), f"the sheet is {ground}"
        for color in set(page.evaluate(INK)):
            assert max(map(int, color.removeprefix("rgb(").rstrip(")").split(","))) < 120, f"pale: {color}"
        cut = page.evaluate(CUT, PAPER)
        assert not cut, "\n".join(cut)
        assert page.pdf(format="A4").startswith(b"%PDF")
        check_page(walker, "a file on paper")
        walker.done()


STORIES = [story_print]
