"""The door: strangers, passwords that are wrong, lost or chosen for the first time, the language, the way out."""

from playwright.sync_api import expect

import outbox
from checks import check_page, visit
from walker import BOTH, Walker

# What a reader sees in each language; the rest is found by its place in the page.
TEXTS = {
    "fr": {"todo": "À faire", "wrong": "n’est pas le bon"},
    "en": {"todo": "To do", "wrong": "is not right"},
}
PASSWORD = "sept chevaux bleus au galop"


def story_strangers(browser, site):
    """Pages that anybody may open."""
    for language, width in BOTH:
        walker = Walker(browser, site, language, width)
        for path in ["/", "/login", "/login/reset", "/accessibility"]:
            visit(walker, path)
        walker.done()


def story_wrong_password(browser, site):
    """A wrong password is told, the address is kept, and the language switch works without an account."""
    walker = Walker(browser, site, "fr", 390)
    walker.go("/login")
    walker.fill_login("DG")
    walker.page.fill("#password", "certainly not this one")
    walker.send("main button")
    expect(walker.page.locator("[role=alert]")).to_contain_text(TEXTS["fr"]["wrong"])
    assert walker.page.input_value("#address") != "" and walker.page.input_value("#password") == ""
    check_page(walker, "a login that was refused")
    walker.go("/login")
    walker.page.click("nav.language a[lang=en]")
    assert walker.page.get_attribute("html", "lang") == "en"
    walker.done()


def come_in(walker, role, address):
    """Logs in as somebody who had no account before; the first time an invitation makes it."""
    site = walker.site
    if role not in site.accounts:
        choose_password(walker, f"{site.invite(address)}?lang={walker.language}")
        site.accounts[role] = (address, PASSWORD)
    walker.log_in(role)


def choose_password(walker, path):
    """Two passwords that differ leave the invitation as it was; the same one twice uses it up."""
    page = walker.page
    visit(walker, path)
    for again in ["une autre chose encore", PASSWORD]:
        page.fill("#password", PASSWORD)
        page.fill("#again", again)
        walker.send("main button")
        if again != PASSWORD:
            expect(page.locator("[role=alert]")).to_be_visible()
            check_page(walker, "passwords that differ")
    page.wait_for_url("**/login?*")
    check_page(walker)


def story_lost_password(browser, site):
    """Whoever lost the password chooses another one by the link of a mail, which is good once."""
    address = site.accounts["ITMO"][0]
    for language, width in BOTH:
        walker = Walker(browser, site, language, width)
        before = site.outbox.names()
        visit(walker, "/login/reset")
        walker.page.fill("#address", address)
        walker.send("main button")
        check_page(walker)
        path = outbox.link(site.outbox.await_mail(address, before)).split("?")[0]
        choose_password(walker, f"{path}?lang={language}")
        site.accounts["ITMO"] = (address, PASSWORD)
        walker.log_in("ITMO")
        answer = walker.context.request.get(path)
        assert answer.status == 410, f"the link is good twice: {answer.status}"
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


STORIES = [story_strangers, story_wrong_password, story_lost_password, story_language, story_log_out]
