"""What everybody can use, asked of a page in the browser. Each question answers with what is wrong: nothing wrong is an empty list."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[2] / "node_modules/axe-core/axe.min.js"
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# Elements that one can act on, as they are shown.
REACHABLE = """() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
  .filter((one) => !one.disabled && one.tabIndex >= 0 && one.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}))
  .filter((one) => !one.closest('[inert], dialog:not([open])'))"""
# Never is a page replaced so often that nobody gets through it.
LIVE_MOVES = 4
NAMED = (
    "(one) => `${one.tagName.toLowerCase()} ${(one.getAttribute('aria-label') || one.name || one.textContent || '').trim().slice(0, 40)}`"
)


def violations(page: Page) -> list[str]:
    """Return what axe finds wrong, each with the first place."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate(
        "async (rules) => (await axe.run(document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']})).violations",
        list(RULES),
    )
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]} ({len(one['nodes'])})" for one in found]


def cut_off(page: Page) -> list[str]:
    """Return what sticks out at the side, so that one would have to scroll sideways to read it."""
    return page.evaluate(  # type: ignore[no-any-return]  # a list of texts, as the script makes it
        """() => {
          const wide = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= wide + 1) return [];
          return [...document.body.querySelectorAll('*')]
            .filter((one) => one.getBoundingClientRect().right > wide + 1 && one.checkVisibility())
            .slice(0, 3).map((one) => `${one.tagName.toLowerCase()}.${one.className} ${(one.textContent || '').trim().slice(0, 30)}`);
        }"""
    )


def enlarge(page: Page) -> None:
    """Show text at 200 %, as a reader's own setting does."""
    page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")


def not_reached(page: Page) -> list[str]:
    """Walk through the page with the Tab key and return what it never came to, or came to without showing it.

    A part of a live page may be replaced on the way: what was asked for is not there any more then, and the walk begins again.
    """
    for _ in range(LIVE_MOVES):
        wrong = _walked(page)
        if page.evaluate("() => window.asked.every((one) => one.isConnected)"):
            return wrong
    return [f"the page was replaced {LIVE_MOVES} times during a walk"]


def _walked(page: Page) -> list[str]:
    page.evaluate(
        f"""() => {{
          window.asked = ({REACHABLE})(); window.toReach = new Set(window.asked); window.hidden = [];
          document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex');
        }}"""
    )
    wanted: int = page.evaluate("() => window.toReach.size")
    for _ in range(wanted + 40):
        page.keyboard.press("Tab")
        is_round = page.evaluate(
            """() => {
              const here = document.activeElement;
              if (!here || here === document.body) return true;
              const style = getComputedStyle(here);
              const label = here.closest('label') || here.labels?.[0];
              const outlined = (one) => {
                const line = one && getComputedStyle(one);
                return line && line.outlineStyle !== 'none' && line.outlineWidth !== '0px';
              };
              const seen = outlined(here) || outlined(label) || outlined(here.nextElementSibling) || style.boxShadow !== 'none';
              if (!seen) window.hidden.push(here);
              window.toReach.delete(here);
              // One radio of a group is a stop; arrows lead to the others.
              if (here.type === 'radio') for (const one of [...window.toReach]) if (one.name === here.name) window.toReach.delete(one);
              return false;
            }"""
        )
        if is_round:
            break
    left: list[str] = page.evaluate(f"() => [...window.toReach].map({NAMED}).map((one) => 'not reached: ' + one)")
    unseen: list[str] = page.evaluate(f"() => window.hidden.map({NAMED}).map((one) => 'no sign of focus: ' + one)")
    return left + unseen


def nameless(page: Page) -> list[str]:
    """Return what a screen reader would call nothing."""
    return page.evaluate(  # type: ignore[no-any-return]  # a list of texts, as the script makes it
        f"""() => ({REACHABLE})().filter((one) => {{
          const said = one.getAttribute('aria-label') || one.labels?.length || one.textContent.trim() || one.title || one.value;
          return !said && !one.getAttribute('aria-labelledby');
        }}).map((one) => one.outerHTML.slice(0, 120))"""
    )
