"""The international office: figures and their lists, sheets, pages, notices, jobs, the diagram, the clock."""

import csv
import io

from playwright.sync_api import expect

from checks import check_page, visit
from walker import BOTH, Walker, first_path, paths

LISTS = ["waits", "steps", "notices", "jobs", "people", "organisations", "grants", "delegations", "absences",
         "successions", "measures", "calls", "subscriptions", "reference"]


def number(text):
    """As either language groups its digits."""
    return int("".join(letter for letter in text if letter.isdigit()))


def total(page):
    """How many lines a list says that it has."""
    return number(page.inner_text("#list").split("·")[0])


def story_office(browser, site):
    """Every file waits on one thing: the figures add up, and each is the total of its list."""
    for language, width in BOTH:
        walker = Walker(browser, site, language, width)
        page = walker.page
        walker.log_in("INT")
        visit(walker, "/ops")
        figures = [(number(link.inner_text()), link.get_attribute("href"))
                   for link in page.locator(".figures dd > a").all()]
        *groups, (whole, _) = figures
        assert sum(count for count, _ in groups) == whole > 0, figures
        stages = [(number(link.inner_text()), link.get_attribute("href"))
                  for link in page.locator("[aria-labelledby=section-stages] td a").all()]
        assert sum(count for count, _ in stages) == whole, "the stages are not all files"
        for count, path in [*figures, *stages[::5]]:
            page.goto(path)
            assert total(page) == count, path
        walker.done()


def story_lists(browser, site):
    """Every list: its filters stand in the address, its sheet holds its lines, the next page other lines."""
    for language, width in BOTH:
        walker = Walker(browser, site, language, width)
        page = walker.page
        walker.log_in("INT")
        for name in LISTS:
            visit(walker, f"/ops/{name}")
            if page.locator("#list a").count():
                check_sheet(walker)
        page.goto("/ops/steps")
        page.select_option("#filter-role", "DAJ")
        walker.send("form.filters button")
        assert "role=DAJ" in page.url and total(page) == page.locator("main tbody tr").count()
        check_sheet(walker)
        check_paging(page)
        check_failures(walker)
        walker.done()


def check_sheet(walker):
    text = walker.fetch(first_path(walker.page, "#list a"))
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert len(rows) == total(walker.page) + 1, f"{walker.page.url}: {len(rows)} rows"
    first = walker.page.locator("main tbody tr:first-child th").inner_text()
    assert rows[1][0] == first, f"{rows[1][0]} in the sheet, {first} on the page"


def check_paging(page):
    page.goto("/ops/jobs")
    whole, first = total(page), page.inner_text("main tbody tr:first-child")
    page.click("nav.pages a[rel=next]")
    assert "page=2" in page.url and total(page) == whole and page.inner_text("main tbody tr:first-child") != first
    page.click("nav.pages a[rel=prev]")
    assert page.inner_text("main tbody tr:first-child") == first


def check_failures(walker):
    """What failed: of the demonstration's mails none; a notice as it was written; dead jobs live again."""
    page = walker.page
    visit(walker, "/ops/notices?status=bounced")
    page.goto("/ops/notices")
    visit(walker, first_path(page, "main tbody a"))
    expect(page.locator(".letter")).to_be_visible()
    page.goto("/ops/jobs?status=dead")
    for _ in range(page.locator("main tbody form").count()):
        walker.send("main tbody form button")
        expect(page.locator("p.done")).to_be_visible()
        page.goto("/ops/jobs?status=dead")
    assert page.locator("main tbody form").count() == 0


def story_diagram(browser, site):
    """The counts beside a definition's diagram are those of the lists."""
    for language, width in BOTH:
        walker = Walker(browser, site, language, width)
        page = walker.page
        walker.log_in("INT")
        visit(walker, "/ops/definitions")
        visit(walker, first_path(page, "main tbody a[href*='/acc/']"))
        assert page.locator("img.diagram").evaluate("each => each.complete && each.naturalWidth") > 0
        links = [(number(link.inner_text()), link.get_attribute("href"))
                 for link in page.locator("[aria-labelledby=stages] :is(td, tfoot th) a").all()]
        assert len(links) > 2
        for count, path in [*links[:3], links[-1]]:
            page.goto(path)
            assert total(page) == count, path
        walker.done()


def story_clock(browser, site):
    """The simulated clock goes forward only, and what falls due is served on the way."""
    for language, width in BOTH:
        walker = Walker(browser, site, language, width)
        page = walker.page
        walker.log_in("INT")
        page.goto("/ops")
        page.fill("#to", "2013-01-01T10:00")
        walker.send("form.narrow[action='/ops/clock'] button")
        expect(page.locator("#problems a[href='#to']")).to_be_visible()
        check_page(walker, "a clock that was to go back")
        before = page.inner_text("p.lead")
        walker.send("form[action='/ops/clock'] button[name=to]")
        expect(page.locator("p.done")).to_be_visible()
        assert page.inner_text("p.lead") != before
        walker.done()


STORIES = [story_office, story_lists, story_diagram, story_clock]
