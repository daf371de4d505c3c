"""The directorate, without script: what waits, decisions one by one and together, absence, portfolio, forecast."""

import csv
import io

from playwright.sync_api import expect

from checks import check_page, visit
from forms import fill_required
from walker import BOTH, Walker, first_path, paths

# For each language a file that waits, how it may be refused, and how it is decided.
DECISIONS = {"fr": ("LEA-2022-002", "decline", "select"), "en": ("ACC-2021-003", "return", "approve")}
# Who does which act on several files.
SETS = {"fr": ("DG", "maintain_suspension"), "en": ("INT", "convene")}


def story_decisions(browser, site):
    """The director finds what waits, is told that a refusal needs a reason, and decides in two interactions."""
    for language, width in BOTH:
        walker = Walker(browser, site, language, width, script=False)
        walker.log_in("DG")
        check_order(walker.page)
        file, refusal, decision = DECISIONS[language]
        refuse_without_reason(walker, file, refusal)
        decide(walker, file, decision)
        walker.done()


def check_order(page):
    """Overdue first, then by the day."""
    lines = [("late" in (line.get_attribute("class") or ""), line.locator(".when time").all())
             for line in page.locator("ol.work > li").all()]
    keys = [(not late, times[0].get_attribute("datetime") if times else "9999") for late, times in lines]
    assert len(keys) > 1 and keys == sorted(keys), keys


def refuse_without_reason(walker, file, act):
    visit(walker, first_path(walker.page, f"ol.work a[href^='/files/{file}/acts/{act}?']"))
    walker.page.fill("#reason", " ")
    walker.send()
    expect(walker.page.locator("#problems a[href='#reason']")).to_be_visible()
    check_page(walker, "a refusal without a reason")
    walker.page.goto(f"/files/{file}")
    assert walker.page.locator(f"ul.acts a[href*='/acts/{act}?']").count() == 1, "it was refused all the same"


def decide(walker, file, act):
    """One press at the list, one at the form; what the form asks for is typed between them."""
    page = walker.page
    page.goto("/todo")
    page.click(f"ol.work a[href^='/files/{file}/acts/{act}?']")
    fill_required(page)
    walker.send()
    expect(page.locator("p.done[role=status]")).to_be_visible()
    check_page(walker)
    page.goto("/todo")
    assert page.locator(f"ol.work a[href^='/files/{file}/acts/{act}?']").count() == 0, "it waits still"


def story_together(browser, site):
    """One act on several files, with an outcome for each; nothing ticked is told."""
    for language, width in BOTH:
        role, act = SETS[language]
        walker = Walker(browser, site, language, width, script=False)
        page = walker.page
        walker.log_in(role)
        visit(walker, first_path(page, f"ul.acts a[href^='/todo/acts/{act}?']"))
        fill_required(page)
        walker.send("main form:not([class]) button")
        expect(page.locator("#problems a[href='#item-0']")).to_be_visible()
        check_page(walker, "nothing ticked")
        boxes = page.locator("input[name=item]").all()
        assert len(boxes) > 1
        for box in boxes:
            box.check()
        walker.send("main form:not([class]) button")
        assert page.locator("tbody tr .tag").count() == len(boxes), "an outcome for each"
        expect(page.locator("main p[role=status]")).to_be_visible()
        check_page(walker, "outcomes")
        walker.done()


def story_leave(browser, site):
    """An absence and a delegation are entered, seen by those concerned, and ended."""
    for language, width in BOTH:
        walker = Walker(browser, site, language, width, script=False)
        page = walker.page
        walker.log_in("DG")
        visit(walker, "/leave")
        page.fill("#absence-last", "2021-05-13")
        page.fill("#absence-first", "2021-05-14")
        walker.send("form[action='/leave/absences'] button")
        expect(page.locator("#problems")).to_be_visible()
        assert page.input_value("#absence-last") == "2021-05-13"
        check_page(walker, "an absence that ends before it begins")
        page.fill("#absence-first", page.get_attribute("#absence-first", "min"))
        walker.send("form[action='/leave/absences'] button")
        check_page(walker, "an absence")
        assert page.locator("form[action='/leave/absences/end']").count() == 1
        delegate(walker)
        page.goto("/todo")
        check_seen(browser, site, language, width, first_path(page, "ol.work h2 a"))
        page.goto("/leave")
        walker.send("form[action='/leave/delegations/revoke'] button")
        walker.send("form[action='/leave/absences/end'] button")
        expect(page.locator("p.done")).to_be_visible()
        assert page.locator("main form[action$='/end'], main form[action$='/revoke']").count() == 0
        walker.done()


def delegate(walker):
    page = walker.page
    page.select_option("#role", "DG")
    page.select_option("#grantee", label=name_of(walker.site, "INT"))
    page.fill("#delegation-last", "2021-06-30")
    walker.send("form[action='/leave/delegations'] button")
    assert page.locator("form[action='/leave/delegations/revoke']").count() == 1, page.inner_text("main")
    check_page(walker, "a delegation")


def name_of(site, role):
    return next(row["name"] for row in site.entente("person", "list") if row["email"] == site.accounts[role][0])


def check_seen(browser, site, language, width, file):
    """Who acts for the director sees it, and finds the director's work among the own."""
    walker = Walker(browser, site, language, width)
    walker.log_in("INT")
    assert file in paths(walker.page, "ol.work h2 a"), "the director's work is not there"
    visit(walker, "/leave")
    assert name_of(site, "DG") in walker.page.inner_text("[aria-labelledby=received]")
    walker.done()


def story_portfolio(browser, site):
    """Each figure of the portfolio is that of its list; each picture exists as a table."""
    for language, width in BOTH:
        walker = Walker(browser, site, language, width, script=False)
        page = walker.page
        walker.log_in("DG")
        visit(walker, "/portfolio")
        bars = page.locator("svg.terms rect.term").count()
        assert bars and page.locator("details tbody tr").count() == bars, "the picture is not the table"
        assert page.locator(".charts table").count() >= 4, "country, region, instrument, ITMO"
        figures = [(link.inner_text(), link.get_attribute("href"))
                   for link in page.locator(".figures a, .charts tr:first-child th a").all() if link.inner_text()]
        counts = dict(zip(paths(page, ".charts tr:first-child th a"),
                          page.locator(".charts tr:first-child:has(th a) td.n").all_inner_texts()))
        for said, path in figures:
            walker.go(path)
            assert page.inner_text("#list").split()[0] == counts.get(path, said), path
        check_page(walker)
        walker.done()


def story_forecast(browser, site):
    """What is expected until a day: a page, a sheet and a calendar of the same lines."""
    for language, width in BOTH:
        walker = Walker(browser, site, language, width, script=False)
        page = walker.page
        walker.log_in("DG")
        page.goto("/forecast")
        page.fill("#until", "2021-07-31")
        walker.send("form.filters button")
        assert "until=2021-07-31" in page.url
        check_page(walker)
        months, lines = paths(page, "ul.months a"), 0
        assert len(months) == 3
        for month in months:
            walker.go(month)
            lines += page.locator("ul.agenda li").count()
            for anchor in paths(page, "table.calendar a"):
                expect(page.locator(f"[id='{anchor[1:]}']")).to_be_visible()
        walker.go("/forecast?until=2021-07-31")
        sheet = csv.reader(io.StringIO(walker.fetch(first_path(page, "main a[href*='.csv']")).removeprefix("\ufeff")))
        calendar = walker.fetch(first_path(page, "main a[href*='.ics']"))
        assert lines and len(list(sheet)) == lines + 1
        assert calendar.startswith("BEGIN:VCALENDAR\r\n") and calendar.count("BEGIN:VEVENT") == lines
        page.select_option("#kind", "deadline")
        walker.send("form.filters button")
        assert len(set(page.locator("ul.agenda .kind").all_inner_texts())) == 1
        walker.go("/forecast?until=2013-01-01")
        expect(page.locator("#problems a[href='#until']")).to_be_visible()
        check_page(walker, "a day that is over")
        walker.done()


STORIES = [story_decisions, story_together, story_leave, story_portfolio, story_forecast]
