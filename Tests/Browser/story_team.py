"""A team: a proposal from its first step until the office has what it asked for; reports and what is pre-filled."""

from playwright.sync_api import expect

import story_door
from checks import check_page, check_refused, visit
from forms import LEAVE, NEXT, SEARCH, attach, fill_required
from walker import BOTH, Walker, first_path, paths

# What each language's team proposes, and with whom.
PROPOSALS = {"fr": ("lia", "Kyoto"), "en": ("lea", "Leuven")}
# What the page says of a draft that kept itself.
KEPT = {"fr": "Brouillon enregistré à", "en": "Draft saved at"}
STOPPED = {"fr": "ne s’enregistre plus d’elle-même", "en": "saves itself no more"}


def story_proposal(browser, site):
    """A team proposes step by step, sends, is asked for more and answers; all without script."""
    for language, width in BOTH:
        team = Walker(browser, site, language, width, script=False)
        team.log_in("PI_FR")
        begin(team, *PROPOSALS[language])
        stop_and_go_on(team)
        fill_dossier(team)
        file = create(team)
        add_letter(team, file)
        endorse(browser, site, language, width, file)
        file = do(team, file, "submit")
        ask_for_more(browser, site, language, file)
        answer(team, file)
        team.done()


def story_draft(browser, site):
    """What is typed keeps itself: another window shows it, though no button was pressed."""
    for language, width in BOTH:
        team = Walker(browser, site, language, width)
        team.log_in("PI_FR")
        page, acronym = team.page, f"GARDE{width}"
        team.go("/files/new")
        team.send("main button[value=lia]")
        step = page.url.replace("/parties", "/dossier-1")
        team.go(step)
        page.fill("#field-dossier-acronym", acronym)
        expect(page.locator("#draft-said")).to_contain_text(KEPT[language], timeout=10_000)
        check_page(team, "a draft that kept itself")
        other = Walker(browser, site, language, width)
        other.log_in("PI_FR")
        other.go(step)
        assert other.page.input_value("#field-dossier-acronym") == acronym
        with page.expect_response(lambda answer: answer.request.method == "POST"):
            page.fill("#field-dossier-acronym", f"{acronym}B")
        other.refusals.add(409)
        other.page.fill("#field-dossier-acronym", f"{acronym}C")
        expect(other.page.locator("#draft-said")).to_contain_text(STOPPED[language], timeout=10_000)
        check_page(other, "a draft that another window changed")
        other.done()
        team.done()


def begin(team, workflow, partner):
    """The parties: one is too few; another is searched for and ticked."""
    page = team.page
    visit(team, "/files/new")
    team.send(f"main button[value={workflow}]")
    check_page(team)
    team.send(NEXT)
    assert page.locator("#problems a[href='#parties']").count() == 1 and page.locator("#parties-problem").is_visible()
    check_page(team, "parties, refused")
    page.fill("#q", partner)
    team.send(SEARCH)
    page.get_by_label(partner).check()
    team.send(NEXT)
    assert page.url.endswith("/who"), page.url
    check_page(team)
    expect(page.locator("#field-who-unit-help")).to_be_visible()
    page.fill("#field-who-role-COORD", "Nemo Nullus")
    team.send(NEXT)
    check_refused(team, "field-who-role-COORD")
    assert page.input_value("#field-who-role-COORD") == "Nemo Nullus"
    page.fill("#field-who-role-COORD", "")
    team.send(NEXT)


def stop_and_go_on(team):
    """What was typed is there again after a stop."""
    page, acronym = team.page, f"ESSAI{team.width}"
    page.fill("#field-dossier-acronym", acronym)
    step = page.url
    team.send(LEAVE)
    expect(page.locator("p.done[role=status]")).to_be_visible()
    check_page(team)
    assert acronym in page.inner_text("main table")
    team.go(step)
    assert page.input_value("#field-dossier-acronym") == acronym


def fill_dossier(team):
    """Each part; an amount in words is refused beside its field, and what else was typed is kept."""
    page = team.page
    check_page(team)
    while "/check" not in page.url:
        fill_required(page)
        if page.locator("#field-dossier-yearlyBudget").count():
            page.fill("#field-dossier-yearlyBudget", "beaucoup")
            team.send(NEXT)
            check_refused(team, "field-dossier-yearlyBudget")
            assert page.input_value("#field-dossier-yearlyBudget") == "beaucoup"
            assert page.input_value("#field-dossier-contributions") == "Vu et décidé."
            page.fill("#field-dossier-yearlyBudget", "15000")
        team.send(NEXT)


def create(team):
    check_page(team)
    assert team.page.locator("main .problems, main .banner").count() == 0, team.page.inner_text("main")
    team.send("main form button")
    expect(team.page.locator("p.done")).to_be_visible()
    check_page(team)
    return team.page.url.split("?")[0]


def add_letter(team, file):
    """The letter of support, and a second version of it; the two are compared."""
    page = team.page
    visit(team, f"{file}/documents")
    page.select_option("#field-kind", "partner_letter")
    team.send()
    check_page(team, "no file chosen")
    expect(page.locator("#file-problem")).to_be_visible()
    assert page.input_value("#field-kind") == "partner_letter"
    for version in ["Nous participons.", "Nous participons et finançons."]:
        page.select_option("#field-kind", "partner_letter")
        attach(page, "lettre.txt", f"Madame, Monsieur,\n{version}\n")
        team.send()
        expect(page.locator("p.done")).to_be_visible()
    check_page(team)
    visit(team, first_path(page, "main a[href$='/difference']"))
    expect(page.locator("ol.difference ins")).to_contain_text("finançons")
    expect(page.locator("ol.difference del")).to_be_visible()


def endorse(browser, site, language, width, file):
    """The head of the unit comes in by an invitation and gives the visa."""
    head = Walker(browser, site, language, width, script=False)
    story_door.come_in(head, "DU", site.holder("DU", "unit:U1412"))
    do(head, file, "grant_visa")
    head.done()


def do(walker, file, event):
    """Does one act of a file, as its page offers it; where the file is then."""
    page = walker.page
    walker.go(file)
    visit(walker, first_path(page, f"ul.acts a[href*='/acts/{event}?']"))
    fill_required(page)
    walker.send("main form.narrow button")
    expect(page.locator("p.done")).to_be_visible()
    return page.url.split("?")[0]


def ask_for_more(browser, site, language, file):
    office = Walker(browser, site, language, 1280)
    office.log_in("INT")
    do(office, file, "ask")
    office.done()


def answer(team, file):
    """The team finds the question under what waits, changes the dossier, and sends it again."""
    page = team.page
    visit(team, "/todo")
    assert f"ESSAI{team.width}" in page.inner_text("ol.work"), "the team is not told"
    visit(team, f"{file}/edit")
    page.fill("#field-dossier-keywords", "réponse au bureau")
    team.send(LEAVE)
    expect(page.locator("p.done, p.lead").first).to_be_visible()
    do(team, file, "resubmit")
    check_page(team)
    assert page.locator("ul.acts a[href*='resubmit']").count() == 0


def story_again(browser, site):
    """What is in force fills in the proposal that follows it."""
    for language, width in BOTH:
        team = Walker(browser, site, language, width, script=False)
        team.log_in("PI_FR")
        file = first_path(team.page, "ol.work h2 a")
        team.go(file)
        visit(team, first_path(team.page, "p.tools a[href*='from=']"))
        team.send("main .offers button")
        check_page(team)
        assert len(paths(team.page, "nav .phases a")) > 2
        assert team.page.locator("#parties input:checked").count() > 1, "the parties are not filled in"
        team.send("main button[value=leave]")
        team.send("main table form button")
        expect(team.page.locator("p.done")).to_be_visible()
        team.done()


def story_report(browser, site):
    """A report that is due comes with its form; a file that is none is told beside its field, and nothing is lost."""
    for language, width, file in [("fr", 390, "LIA-2020-001"), ("en", 1280, "LIA-2020-001")]:
        team = Walker(browser, site, language, width, script=False)
        page = team.page
        team.log_in("PI_FR")
        team.go(f"/files/{file}")
        visit(team, first_path(page, "ul.acts a[href*='/acts/submit_report?']"))
        check_page(team)
        launching = "%PDF-1.7\n1 0 obj<</OpenAction<</S/Launch>>>>endobj\nxref\nstartxref\n57\n%%EOF"
        attach(page, "rapport.pdf", launching, "#file-report")
        team.send()
        expect(page.locator("#file-report-problem")).to_be_visible()
        check_page(team, "a file that is none")
        attach(page, "rapport.txt", "Les travaux avancent.\n", "#file-report")
        team.send()
        expect(page.locator("p.done")).to_be_visible()
        team.done()


STORIES = [story_proposal, story_again, story_draft, story_report]
