"""What went wrong: notices that bounced, jobs that were given up, and what the office does about them."""

import datetime

from playwright.sync_api import expect

import refusing
from checks import check_page, check_refused, visit
from story_office import total
from walker import BOTH, Walker, first_path

DAYS_MAX = 60
REASON = {"fr": "Prévenue par téléphone.", "en": "Told her by telephone."}


def refuse_mails(site, count):
    """Lets days go by, the mails of which a server refuses, each twice; so many notices and their jobs fail."""
    known = failed(site)
    with site.paused(), refusing.server() as port:
        mail = {"ENTENTE_SMTP_HOST": "127.0.0.1", "ENTENTE_SMTP_PORT": str(port), "ENTENTE_SMTP_SECURITY": "none"}
        now = datetime.datetime.fromisoformat(site.entente("clock", "show")["now"].replace("Z", "+00:00"))
        for _ in range(DAYS_MAX):
            now += datetime.timedelta(days=1)
            site.entente("clock", "advance", "--to", instant(now), **mail)
            if len(failed(site) - known) >= count:
                break
        for job in site.entente("job", "list", "--state", "dead"):
            if job["key"] in failed(site) - known:
                site.entente("job", "retry", str(job["id"]))
        site.entente("clock", "advance", "--to", instant(now + datetime.timedelta(minutes=1)), **mail)
    assert len(failed(site) - known) >= count, f"no mail was written within {DAYS_MAX} days"


def instant(now):
    return now.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def failed(site):
    return {job["key"] for job in site.entente("job", "list", "--state", "dead") if job["kind"] == "mail"}


def story_bounced_notice(browser, site):
    """A notice that came back is the office's task until somebody says what was done about it."""
    for language, width in BOTH:
        refuse_mails(site, 2)
        walker = Walker(browser, site, language, width, script=False)
        page = walker.page
        walker.log_in("INT")
        visit(walker, "/ops")
        tasks = page.locator("[aria-labelledby=section-failures] tbody tr").count()
        visit(walker, "/ops/notices?status=bounced")
        before = page.locator("main tbody .tag.alert").count()
        assert before >= 2, "no notice bounced"
        visit(walker, first_path(page, "main tbody tr:has(.tag.alert) a[href^='/ops/notices/']"))
        assert refusing.REPLY in page.inner_text("[aria-labelledby=verdicts] code")
        page.fill("#reason", " ")
        walker.send("form[action$='/acknowledge'] button")
        check_refused(walker, "reason")
        page.fill("#reason", REASON[language])
        walker.send("form[action$='/acknowledge'] button")
        expect(page.locator("p.done")).to_contain_text(REASON[language])
        assert page.locator("form[action$='/acknowledge']").count() == 0
        check_page(walker, "a notice that was seen to")
        page.goto("/ops/notices?status=bounced")
        assert page.locator("main tbody .tag.alert").count() == before - 1
        page.goto("/ops")
        assert page.locator("[aria-labelledby=section-failures] tbody tr").count() == tasks - 1
        walker.done()


def story_returned_notice(browser, site):
    """A mail that came back after its server had accepted it is noted by hand, and is a task from then on."""
    for language, width in BOTH:
        walker = Walker(browser, site, language, width)
        page = walker.page
        walker.log_in("INT")
        page.goto("/ops/notices?status=bounced")
        before = total(page)
        page.goto("/ops/notices?status=accepted")
        visit(walker, first_path(page, "main tbody a"))
        page.fill("#reason", "5.1.1 no such user")
        walker.send("form[action$='/bounce'] button")
        expect(page.locator("form[action$='/acknowledge']")).to_be_visible()
        check_page(walker, "a notice that came back")
        page.goto("/ops/notices?status=bounced")
        assert total(page) == before + 1
        walker.done()


def story_dead_job(browser, site):
    """A job that was given up shows what each attempt met, and lives again at the press of a button."""
    for language, width in BOTH:
        walker = Walker(browser, site, language, width, script=False)
        page = walker.page
        walker.log_in("INT")
        walker.go("/ops/jobs?status=dead")
        before = total(page)
        line = page.locator("main tbody tr", has_text=refusing.REPLY).first
        line.locator("summary").click()
        check_page(walker, "a job with its attempts")
        assert line.inner_text().count(refusing.REPLY) == 2, "each of the two attempts says what it met"
        name = line.locator("th").inner_text()
        line.locator("form button").click()
        expect(page.locator("p.done")).to_be_visible()
        check_page(walker, "a job that lives again")
        page.goto("/ops/jobs?status=dead")
        assert total(page) == before - 1 and page.locator("main tbody th", has_text=name).count() == 0
        walker.done()


STORIES = [story_bounced_notice, story_returned_notice, story_dead_job]
