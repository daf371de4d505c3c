"""A signatory of a partner, without an account: by the link of a mail and a code, once."""

from playwright.sync_api import expect

import outbox
from checks import check_page, check_refused, visit
from forms import attach, fill_required
from walker import BOTH, LANGUAGES, Walker, first_path

# For each language who is asked for which signature, and what they do.
SIGNATORIES = {
    "fr": ("odile.perrin@sorbonne.example", "LEA-2021-001", "sign"),
    "en": ("robert.fraser@mcgill.example", "ACC-2021-002", "refuse_signature"),
}


def story_signature(browser, site):
    """Reading the link changes nothing; a code opens the file; one signs, the other refuses; then it is over."""
    for language, width in BOTH:
        address, file, act = SIGNATORIES[language]
        signatory = Walker(browser, site, language, width, script=False)
        mail = site.outbox.mails(address, words=b"X-Entente-Notice: N21")[0]
        assert file in outbox.text(mail)
        path = f"{outbox.link(mail)}?lang={language}"
        read(signatory, path)
        come_in(signatory, address)
        assert signatory.page.url.split("?")[0].endswith(f"/files/{file}"), signatory.page.url
        check_page(signatory)
        check_text(signatory, file)
        {"sign": sign, "refuse_signature": refuse}[act](signatory, file)
        come_again(signatory, path)
        signatory.done()


def read(signatory, path):
    """As a scanner of mails does, twice: no code leaves, no cookie is set."""
    before = signatory.site.outbox.names()
    visit(signatory, path)
    signatory.go(path)
    assert signatory.page.locator("main form").count() == 1, "one button"
    assert signatory.site.outbox.names() == before and not signatory.context.cookies()


def come_in(signatory, address):
    """The button sends a code; a wrong one is told, the right one opens."""
    page, before = signatory.page, signatory.site.outbox.names()
    signatory.send("main form button")
    check_page(signatory, "the code is asked for")
    code = outbox.code(signatory.site.outbox.await_mail(address, before))
    page.fill("#code", "0000 0000")
    signatory.send()
    expect(page.locator("[role=alert]")).to_be_visible()
    check_page(signatory, "a wrong code")
    page.fill("#code", code)
    signatory.send()
    cookies = signatory.context.cookies()
    assert len(cookies) == 1 and cookies[0]["httpOnly"] and cookies[0]["sameSite"] != "None", cookies


def check_text(signatory, file):
    """Which text is signed: its hash on the form is that of the file's page."""
    page = signatory.page
    hashed = page.get_attribute("#documents ~ * code[title], section:has(#documents) code[title]", "title")
    visit(signatory, first_path(page, "ul.acts a[href*='/acts/sign?']"))
    assert hashed in page.inner_text("main ul.plain code"), "another text is signed than shown"
    visit(signatory, first_path(page, "main a[href*='/paper']"))
    signatory.send("main form.narrow button")
    check_refused(signatory, "file")
    signatory.go(f"/files/{file}")


def sign(signatory, file):
    page = signatory.page
    page.click("ul.acts a[href*='/acts/sign?']")
    fill_required(page, "Paris")
    page.fill("#field-place", " ")
    signatory.send()
    expect(page.locator("#problems")).to_be_visible()
    check_page(signatory, "a signature without its place")
    page.fill("#field-place", "Paris")
    signatory.send()
    expect(page.locator("p.done")).to_be_visible()
    check_page(signatory, "signed")
    assert page.locator("ul.acts").count() == 0, "the link has served"


def refuse(signatory, file):
    page = signatory.page
    page.click("ul.acts a[href*='/acts/refuse_signature?']")
    page.fill("#reason", " ")
    signatory.send()
    expect(page.locator("#problems a[href='#reason']")).to_be_visible()
    page.fill("#reason", "The annex lacks our name.")
    signatory.send()
    check_page(signatory, "refused")
    assert page.locator("ul.acts a[href*='/acts/sign?']").count() == 0


def come_again(signatory, path):
    """Neither the session nor the link opens anything any more, and the page says so."""
    file = signatory.page.url.split("?")[0]
    for address in [file, f"{file}/documents", path]:
        answer = signatory.context.request.get(address)
        assert answer.status == 410, f"{address}: {answer.status}"


def story_superseded_link(browser, site):
    """A link dies with the version of the text that it was written for, and an act begun with it is refused."""
    address, file = "weichen.hsu@ntu.example", "LIA-2021-001"
    for language, width in BOTH:
        signatory = Walker(browser, site, language, width, script=False)
        page = signatory.page
        path = f"{outbox.link(newest(site, address, file))}?lang={language}"
        visit(signatory, path)
        come_in(signatory, address)
        choose(signatory, language)
        visit(signatory, f"/files/{file}")
        page.click("ul.acts a[href*='/acts/sign?']")
        fill_required(page, "Taipei")
        before = site.outbox.names()
        bring_text(browser, site, file, language, width)
        signatory.refusals.add(410)
        signatory.send()
        assert page.locator("p.done").count() == 0, "the old text was signed"
        check_page(signatory, "a signature of a text that is no more")
        signatory.go(f"/files/{file}")
        assert page.locator("ul.acts a[href*='/acts/sign?']").count() == 0, "the old link still signs"
        come_again(signatory, path)
        mail = site.outbox.await_mail(address, before)
        assert outbox.link(mail) not in path, "the new text has the old link"
        visit(signatory, f"{outbox.link(mail)}?lang={language}")
        assert page.locator("main form").count() == 1, "the new link asks for nothing"
        signatory.done()


def choose(walker, language):
    """The language of an address lasts for one page; chosen, it stays."""
    for wanted in [other for other in LANGUAGES if other != language] + [language]:
        if walker.page.locator(f"nav.language button[value={wanted}]").count():
            walker.page.click(f"nav.language button[value={wanted}]")
            expect(walker.page.locator(f"nav.language button[value={wanted}]")).to_have_count(0)


def newest(site, address, file, notice="N2"):
    words = f"X-Entente-Notice: {notice}".encode()
    return next(mail for mail in site.outbox.mails(address, words=words) if file in mail["Subject"])


def bring_text(browser, site, file, language, width):
    """The legal department gives the file a new version of its text."""
    drafter = Walker(browser, site, language, width)
    drafter.log_in("DAJ")
    drafter.go(f"/files/{file}/documents")
    drafter.page.select_option("#field-kind", "text")
    attach(drafter.page, f"convention-{language}.txt", f"Convention, version {language}.")
    drafter.send("main form.narrow button")
    expect(drafter.page.locator("p.done")).to_be_visible()
    check_page(drafter, "a new version of the text")
    drafter.done()


# In each language who leaves while they are asked for something, of which file, and by which notice.
LEAVERS = {
    "fr": ("nadia.olivier@expert4.example", "LEA-2022-003", "N08"),
    "en": ("weichen.hsu@ntu.example", "LIA-2021-001", "N2"),
}


def story_revoked_link(browser, site):
    """Whoever left comes in no more, by the same link or with the session that it gave."""
    for language, width in BOTH:
        address, file, notice = LEAVERS[language]
        signatory = Walker(browser, site, language, width, script=False)
        path = f"{outbox.link(newest(site, address, file, notice))}?lang={language}"
        visit(signatory, path)
        come_in(signatory, address)
        office = Walker(browser, site, language, width)
        office.log_in("INT")
        office.go(f"/ops/people?text={address}")
        office.page.locator("tbody a[href*='/departure/']").click()
        office.send()
        expect(office.page.locator("p.done")).to_be_visible()
        check_page(office, "somebody left")
        office.done()
        signatory.refusals.add(410)
        signatory.go(f"/files/{file}")
        assert "/login" in signatory.page.url, "the session is still good"
        visit(signatory, path)
        assert signatory.page.locator("main form").count() == 0, "a code is offered"
        signatory.done()


STORIES = [story_signature, story_superseded_link, story_revoked_link]
