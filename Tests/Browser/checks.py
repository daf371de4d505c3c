"""What holds on every page, and what a keyboard meets there."""

import os

from axe_playwright_python.sync_playwright import Axe

import pages

WEIGHT_MAX = 150_000  # Bytes of a page with everything that it loads.


def check_page(walker, name=None):
    """No violation of axe's rules, no sideways scrolling, one first heading, the language, and not too heavy."""
    page = walker.page
    name = f"{name or page.url} ({walker.language}, {walker.width})"
    # Axe leaves empty styles behind.
    inline = page.locator("[style]:not([style='']), script:not([src='/assets/entente.js'])").all()
    assert not inline, f"{name}: inline style or script: {inline[0].evaluate('element => element.outerHTML')[:200]}"
    with walker.measuring():
        results = Axe().run(page)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert results.violations_count == 0, f"{name}:\n{results.generate_report()}"
    assert wide <= 0, f"{name} scrolls sideways by {wide} px"
    assert page.locator("h1").count() == 1, f"{name}: one first heading"
    assert page.get_attribute("html", "lang") == walker.language, f"{name}: language"
    assert walker.weight <= WEIGHT_MAX, f"{name} weighs {walker.weight} bytes"
    pages.note(walker)
    picture(walker)


def picture(walker):
    """Keeps what is seen, where somebody asked for pictures."""
    folder = walker.site.pictures
    if folder:
        name = f"{len(os.listdir(folder)):03}-{walker.language}-{walker.width}-{pages.kind(walker.page.url)}"
        walker.page.screenshot(path=os.path.join(folder, name.replace("/", "_") + ".png"), full_page=True)


def visit(walker, path):
    walker.go(path)
    check_page(walker, path)


def check_refused(walker, *fields):
    """A form that came back: what is wrong stands at the top, leads to these fields, and stands beside each."""
    page = walker.page
    assert page.locator("#problems[role=alert]").count() == 1, f"nothing is told at {page.url}"
    for field in fields:
        assert page.locator(f"#problems a[href='#{field}']").count() == 1, f"no way from the top to {field}"
        assert page.get_attribute(f"#{field}", "aria-invalid") == "true", f"{field} is not marked"
        told = page.get_attribute(f"#{field}", "aria-describedby").split()
        assert page.locator(f"#{told[-1]}.problem").is_visible(), f"nothing stands beside {field}"
    check_page(walker, f"{page.url}, refused")


FOCUS = """() => {
    const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
    return {id: element.id, name: element.name || '', tag: element.tagName, href: element.getAttribute('href') || '',
        form: element.form ? element.form.className : '',
        seen: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none',
        inside: box.width > 0 && box.top >= 0 && box.bottom > 0 && box.top < innerHeight};
}"""


def tab_to(page, is_there, most=80):
    """Presses Tab until the focus is there; the focus must be seen at every stop. What was passed."""
    passed = []
    for _ in range(most):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus["tag"] == "BODY":
            continue
        assert focus["seen"] and focus["inside"], f"the focus is not seen at {focus}"
        passed.append(focus)
        if is_there(focus):
            return passed
    raise AssertionError(f"Tab does not lead there: {[focus['id'] or focus['href'] for focus in passed]}")
