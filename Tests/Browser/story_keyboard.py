"""Everything by keyboard: the order of Tab is that of the page, and the focus is seen at every stop."""

from playwright.sync_api import expect

from checks import check_page, tab_to
from walker import LANGUAGES, Walker


def story_keyboard(browser, site):
    """Coming in, opening a form, filling it and doing the act, without a mouse."""
    for language in LANGUAGES:
        walker = Walker(browser, site, language, 1280)
        log_in(walker, "DAJ")
        # In one language one act is done, in the other the next.
        press(walker, lambda focus: focus["href"].startswith("/files/") and "/acts/" in focus["href"])
        walker.page.wait_for_url("**/acts/**")
        do_act(walker)
        walker.done()


def press(walker, is_there):
    tab_to(walker.page, is_there)
    walker.weight = 0
    walker.page.keyboard.press("Enter")


def log_in(walker, role):
    page = walker.page
    walker.go("/login")
    stops = tab_to(page, lambda focus: focus["id"] == "address")
    assert stops[0]["href"] == "#main", f"the skip link comes first: {stops[0]}"
    address, password = walker.site.accounts[role]
    page.keyboard.type(address)
    rest = tab_to(page, lambda focus: focus["id"] == "password")
    page.keyboard.type(password)
    rest += tab_to(page, lambda focus: focus["tag"] == "BUTTON")
    assert [focus["id"] for focus in rest[:2]] == ["password", "code"], f"{rest}"
    page.keyboard.press("Enter")
    page.wait_for_url("**/todo")
    walker.speak()


def do_act(walker):
    """Goes through the form's fields in their order, types into each, and sends."""
    page = walker.page
    check_page(walker)
    order = page.evaluate("[...document.querySelectorAll('main form.narrow :is(input, select, textarea)')]"
                          ".filter(each => each.type !== 'hidden').map(each => each.id)")
    for field in order:
        tab_to(page, lambda focus, field=field: focus["id"] == field, most=25)
        type_into(page, field)
    press(walker, lambda focus: focus["tag"] == "BUTTON" and focus["form"] == "narrow")
    page.wait_for_url("**/files/*?done=1")
    expect(page.locator("p.done[role=status]")).to_be_visible()
    check_page(walker)


def type_into(page, field):
    element = page.locator(f"#{field}")
    kind = element.get_attribute("type")
    if element.evaluate("each => each.tagName") == "SELECT":
        page.keyboard.press("ArrowDown")
    elif kind in ("date", "datetime-local"):
        # The fifth of May, whichever of day and month comes first.
        page.keyboard.type("05052021")
    else:
        page.keyboard.type("1" if element.get_attribute("inputmode") == "numeric" else "Vu")


def story_skip_link(browser, site):
    """The skip link leads past the menu."""
    walker = Walker(browser, site, "en", 1280)
    walker.log_in("INT")
    walker.page.keyboard.press("Tab")
    walker.page.keyboard.press("Enter")
    assert walker.page.evaluate("document.activeElement.id") == "main"
    walker.done()


STORIES = [story_keyboard, story_skip_link]
