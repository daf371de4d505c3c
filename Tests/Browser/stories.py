"""Stories in a real browser: see `run`. Each story is a function; a story that fails says where and why."""

import argparse
import contextlib
import os
import sys
import time
import traceback

from playwright.sync_api import expect, sync_playwright

import demonstration
import pages
import story_administrator
import story_directorate
import story_door
import story_failures
import story_keyboard
import story_office
import story_pages
import story_partner
import story_print
import story_register
import story_team

# In this order: what moves the clock comes last.
MODULES = [
    story_door, story_keyboard, story_pages, story_print, story_team, story_directorate, story_partner,
    story_administrator, story_register, story_office, story_failures,
]


def tell(name, story, *arguments):
    """Runs a story; whether it held."""
    start = time.monotonic()
    try:
        story(*arguments)
    except Exception:
        print(f"FAILED {name}\n{traceback.format_exc()}", flush=True)
        return False
    print(f"ok    {name} ({time.monotonic() - start:.0f} s)", flush=True)
    return True


def check_all_seen():
    lines = pages.unseen()
    assert not lines, "\n".join(lines)


def tell_all(browser, site, chosen):
    """Runs the chosen stories, or all, which between them see every page; whether all held."""
    stories = [story for module in MODULES for story in module.STORIES]
    held = [
        tell(story.__doc__.splitlines()[0], story, browser, site) for story in stories
        if not chosen or story.__name__.removeprefix("story_") in chosen
    ]
    if not chosen:
        held.append(tell("Every page of the table was seen in both languages and at both widths.", check_all_seen))
    return all(held)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary", help="the entente to start, or to ask where one runs already")
    parser.add_argument("--url", help="of a demonstration that runs already")
    parser.add_argument("--accounts", help="its file demonstration-accounts, in its folder")
    parser.add_argument("--story", action="append", default=[], help="only this one, by the name of its function")
    parser.add_argument("--pictures", help="a folder for pictures of all pages")
    arguments = parser.parse_args()
    if bool(arguments.url) != bool(arguments.accounts):
        parser.error("--url and --accounts go together")
    if arguments.url:
        place = contextlib.nullcontext(
            demonstration.Demonstration(arguments.binary, arguments.url, arguments.accounts))
    else:
        place = demonstration.started(arguments.binary)
    expect.set_options(timeout=30_000)
    with place as site, sync_playwright() as playwright:
        site.pictures = arguments.pictures
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox"] if os.geteuid() == 0 else [])
        held = tell_all(browser, site, arguments.story)
        browser.close()
    sys.exit(0 if held else 1)


if __name__ == "__main__":
    main()
