"""The register by its pages: people, roles, absences, measures, calls and mergers are entered and ended."""

from playwright.sync_api import expect

from checks import check_page, visit
from story_office import check_sheet
from walker import BOTH, Walker

ADDING = ["person", "organisation", "grant", "absence", "measure", "call", "subscription", "succession"]


def enter(walker, entry, values):
    """Fills in the form of an entry and sends it."""
    page = walker.page
    page.goto(f"/ops/register/{entry}")
    for name, value in values.items():
        field = page.locator(f"[name='f.{name}']").first
        if field.evaluate("each => each.tagName") == "SELECT":
            field.select_option(value)
        elif field.get_attribute("type") == "checkbox":
            page.locator(f"[name='f.{name}'][value='{value}']").check()
        else:
            field.fill(value)
    walker.send()


def change(walker, entry, words):
    """Follows the link beside a line of the list, and sends the form as it is."""
    page = walker.page
    page.locator("tbody tr", has_text=words).first.locator(f"a[href*='/{entry}/']").click()
    check_page(walker, entry)
    leave_it_to_the_server(page)
    walker.send()


def leave_it_to_the_server(page):
    """Lets the browser send a form in which something is missing."""
    page.evaluate("document.querySelector('main form.narrow').noValidate = true")


def story_forms(browser, site):
    """Every form opens, and says at its top and beside the field what is missing."""
    for language, width in BOTH:
        walker = Walker(browser, site, language, width)
        page = walker.page
        walker.log_in("INT")
        for entry in ADDING:
            visit(walker, f"/ops/register/{entry}")
            leave_it_to_the_server(page)
            page.locator("main form.narrow input[type=text]").first.fill(" ")
            walker.send()
            expect(page.locator(".problems[role=alert] a").first).to_be_visible()
            assert page.locator("[aria-invalid=true]").count(), entry
            check_page(walker, f"{entry} with nothing in it")
        walker.done()


def story_newcomer(browser, site):
    """Somebody is entered, holds a role, is away, is given access, and leaves."""
    for language, width in BOTH:
        walker = Walker(browser, site, language, width)
        page = walker.page
        walker.log_in("INT")
        name, address = f"Zoé Kim {language}", f"zoe.{language}@kaist-{language}.example"
        enter(walker, "organisation", {
            "id": f"kaist-{language}", "name": f"KAIST {language}", "country": "KR", "kind": "foreign"})
        expect(page.locator("p.done")).to_be_visible()
        enter(walker, "person", {"name": name, "email": address, "organisation": f"kaist-{language}"})
        expect(page.locator("p.done")).to_be_visible()
        enter(walker, "grant", {"person": address, "role": "PART", "scope": f"party:kaist-{language}"})
        expect(page.locator("tbody tr", has_text=name)).to_be_visible()
        enter(walker, "absence", {"person": address, "from": "2030-06-01", "until": "2030-06-08"})
        change(walker, "absence-end", name)
        page.goto("/ops/grants?standing=now")
        change(walker, "grant-end", name)
        page.goto("/ops/people")
        page.fill("#filter-text", address)
        walker.send("form.filters button")
        change(walker, "invitation", name)
        assert "/invitations/" in page.inner_text("main code")
        check_page(walker, "an address shown once")
        page.goto(f"/ops/people?text={address}")
        change(walker, "departure", name)
        walker.done()


def story_matters(browser, site):
    """A measure is set and lifted, a call is opened and extended, a unit merges into another."""
    for language, width in BOTH:
        walker = Walker(browser, site, language, width)
        page = walker.page
        walker.log_in("INT")
        enter(walker, "measure", {"target": "AQ", "kind": "no_event", "reference": f"Décision {language}"})
        change(walker, "measure-end", f"Décision {language}")
        year = "2031" if language == "fr" else "2032"
        enter(walker, "call", {
            "instruments": "LIA", "year": year, "opens": f"{year}-03-01T00:00", "closes": f"{year}-06-16T17:00"})
        change(walker, "call-extension", year)
        expect(page.locator(".problems[role=alert]")).to_be_visible()
        page.fill("[name='f.closes']", f"{year}-06-23T17:00")
        walker.send()
        expect(page.locator("p.done")).to_be_visible()
        enter(walker, "succession", {"kind": "unit", "from": f"U99{year}", "into": "U1401"})
        expect(page.locator(".problems[role=alert]")).to_be_visible()
        enter(walker, "person", {
            "name": f"Unit {year}", "email": f"unit-{year}@people.example", "organisation": "inserm",
            "unit": f"U99{year}"})
        enter(walker, "succession", {"kind": "unit", "from": f"U99{year}", "into": "U1401"})
        expect(page.locator("tbody tr", has_text=f"U99{year}")).to_be_visible()
        walker.done()


def story_subscriptions(browser, site):
    """The office has somebody told of calls; they choose for themselves, too; then the office ends it."""
    for language, width in BOTH:
        walker = Walker(browser, site, language, width)
        reader = Walker(browser, site, language, width, script=False)
        page = walker.page
        walker.log_in("INT")
        enter(walker, "subscription", {"person": site.accounts["PI_FR"][0], "instruments": "LIA"})
        expect(page.locator("p.done")).to_be_visible()
        check_page(walker, "who is told of calls")
        assert page.locator("tbody tr").count() == 1
        reader.log_in("PI_FR")
        visit(reader, "/account")
        boxes = reader.page.locator("form[action='/account/calls'] input[type=checkbox]")
        assert [box.is_checked() for box in boxes.all()].count(True) == 1
        reader.page.locator("form[action='/account/calls'] input[value=LEA]").check()
        reader.send("form[action='/account/calls'] button")
        expect(reader.page.locator("p.done")).to_be_visible()
        assert reader.page.locator("form[action='/account/calls'] input:checked").count() == 2
        page.goto("/ops/subscriptions?instrument=LEA")
        check_sheet(walker)
        page.locator("tbody tr a[href*='/subscription-end/']").click()
        check_page(walker, "the end of a subscription")
        assert page.locator("main input[type=checkbox]").count() == 2
        walker.send()
        expect(page.locator("p.done")).to_be_visible()
        assert page.locator("tbody tr").count() == 0
        reader.done()
        walker.done()


STORIES = [story_forms, story_newcomer, story_matters, story_subscriptions]
