"""Those who run the rules: definitions and their proof, reference lists, the institution, retention."""

import os
import re

from playwright.sync_api import expect

import story_door
from checks import check_page, visit
from story_office import number, total
from walker import BOTH, Walker

DEFINITION = os.path.join(os.path.dirname(__file__), "..", "..", "Workflows", "acc.yaml")

# Nobody of the demonstration holds these roles, until a story gives them.
STAFF = {"ADM": "alain.mercier@inserm.example", "ARCH": "adrien.lambert@inserm.example"}


def come_in(walker, role):
    if role not in walker.site.accounts:
        walker.site.give(role, STAFF[role])
    story_door.come_in(walker, role, STAFF[role])


def story_definitions(browser, site):
    """A definition that is brought is proved and compared before anything is published; a broken one is told why."""
    with open(DEFINITION, encoding="utf-8") as file:
        text = of_version(file.read(), "2099.1")
    for language, width in BOTH:
        walker = Walker(browser, site, language, width)
        page = walker.page
        come_in(walker, "ADM")
        visit(walker, "/ops/candidate")
        bring(walker, text.replace("workflow: acc", "workflow: acc\nnonsense: 1", 1))
        assert page.locator("#gate, #problems").count() and page.locator("#publish").count() == 0, "it is not refused"
        check_page(walker, "a broken definition")
        bring(walker, text)
        expect(page.locator("h2#impact")).to_be_visible()
        assert page.locator("h2#publish").count() == 1 and page.locator("p.done").count() >= 1
        assert page.locator("img.diagram").evaluate("each => each.decode().then(() => each.naturalWidth)") > 0
        check_page(walker, "a sound definition")
        walker.done()


def story_publishing(browser, site):
    """A defect is told with its place; what is mended is compared, drawn and published, and running files move to it."""
    with open(DEFINITION, encoding="utf-8") as file:
        text = file.read()
    unreached = re.sub(r"^( +)waived: .*$", r"\g<0>\n\1lost: { title: { fr: Perdue, en: Lost }, final: true }", text,
                       count=1, flags=re.MULTILINE)
    for language, width in BOTH:
        version = f"2099.{BOTH.index((language, width)) + 2}"
        walker = Walker(browser, site, language, width, script=False)
        page = walker.page
        come_in(walker, "ADM")
        bring(walker, of_version(unreached, version))
        assert "lost" in page.inner_text("section:has(#gate)"), "the state that nothing leads to is not named"
        assert page.locator("#publish").count() == 0, "it could be published"
        check_page(walker, "a definition with a defect")
        bring(walker, of_version(text, version))
        waiting = page.locator("section:has(#impact) dl.figures dd").first.inner_text()
        assert number(waiting) > 0, "no file would move"
        with walker.measuring():
            assert page.locator("img.diagram").evaluate("each => each.decode().then(() => each.naturalWidth)") > 0
        check_page(walker, "a definition before it is published")
        walker.send("form[action='/ops/candidate/publish'] button")
        expect(page.locator("p.done[role=status]")).to_be_visible()
        check_page(walker, "a definition that was published")
        walker.send("form[action='/ops/candidate/publish'] button")
        expect(page.locator("p.done[role=status]")).to_be_visible()
        check_page(walker, "a definition to which files moved")
        visit(walker, f"/ops/definitions/acc/{version}")
        page.goto(f"/ops/waits?definition=acc&version={version}")
        assert total(page) > 0, "no file moved"
        walker.done()


def of_version(text, version):
    return re.sub("^version: .*", f'version: "{version}"', text, count=1, flags=re.MULTILINE)


def bring(walker, text):
    walker.page.goto("/ops/definitions")
    walker.page.set_input_files(
        "#file", {"name": "acc.yaml", "mimeType": "text/yaml", "buffer": text.encode()})
    walker.send("form[action='/ops/candidate'] button")


def story_settings(browser, site):
    """The institution, its contact address, and the reference lists, which are brought up to date."""
    for language, width in BOTH:
        walker = Walker(browser, site, language, width)
        page = walker.page
        come_in(walker, "ADM")
        page.goto("/ops/reference")
        assert "contact@entente.example" in page.inner_text("dl.facts")
        walker.send("form[action='/ops/reference/load'] button")
        expect(page.locator("p.done")).to_be_visible()
        page.select_option("#filter-list", index=4)
        walker.send("form.filters button")
        check_page(walker)
        walker.done()


def story_retention(browser, site):
    """The archivist is asked for a reason, consents; then what was kept long enough is eliminated."""
    for language, width in BOTH:
        archivist = Walker(browser, site, language, width)
        page = archivist.page
        come_in(archivist, "ARCH")
        visit(archivist, "/ops/retention")
        form = "form[action='/ops/retention/approve']"
        waiting = page.locator(form).count()
        assert waiting, "nothing waits for the archivist"
        page.locator(f"{form} input[name=reason]").first.fill(" ")
        archivist.send(f"{form} button")
        expect(page.locator(".problems[role=alert]")).to_be_visible()
        check_page(archivist, "a visa without a reason")
        page.locator(f"{form} input[name=reason]").first.fill("Durée atteinte.")
        archivist.send(f"{form} button")
        expect(page.locator("p.done")).to_be_visible()
        assert page.locator(form).count() == waiting - 1
        archivist.send("form[action='/ops/retention/run'] button")
        check_page(archivist, "after the elimination")
        archivist.done()


STORIES = [story_definitions, story_publishing, story_settings, story_retention]
