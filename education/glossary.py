"""Terms explained in place: editors keep the glossary, the page marks the terms by itself."""

import re
from html import escape

from bs4 import BeautifulSoup, NavigableString
from wagtail.rich_text import expand_db_html

from .models import GlossaryTerm

# Text inside these is left as it is: a link or button can't hold another, and a heading should stay plain.
LEFT_ALONE = {"a", "button", "h1", "h2", "h3", "h4", "legend", "label", "summary", "script", "style", "dt"}


def explain_terms(html: str) -> str:
    """Mark the first use of every glossary term in each `<section>` of `html` and append the explanations.

    A marked term is a button that opens a popover (no script needed); the explanations follow as `<aside popover>`
    elements, one for each term used. HTML without a term comes back unchanged. Costs one query.
    """
    terms = list(GlossaryTerm.objects.all())
    spellings = {spelling: term for term in terms for spelling in term.spellings}
    if not spellings or not any(spelling in html for spelling in spellings):
        return html
    pattern = re.compile("|".join(re.escape(word) for word in sorted(spellings, key=len, reverse=True)))
    soup = BeautifulSoup(html, "html.parser")
    used: dict[int, GlossaryTerm] = {}
    for section in soup.find_all("section", class_="step") or [soup]:
        seen: set[int] = set()
        for node in list(section.find_all(string=pattern)):
            if any(parent.name in LEFT_ALONE for parent in node.parents):
                continue
            mark_terms(node, pattern, spellings, seen, used)
    for term in used.values():
        soup.append(BeautifulSoup(explanation_html(term), "html.parser"))
    return str(soup)


def mark_terms(
    node: NavigableString, pattern: re.Pattern, spellings: dict, seen: set[int], used: dict[int, GlossaryTerm]
) -> None:
    """Replace the first use of each not yet seen term in one text node by its button."""
    text, position, parts = str(node), 0, []
    for match in pattern.finditer(text):
        term = spellings[match.group()]
        if term.pk in seen:
            continue
        seen.add(term.pk)
        used[term.pk] = term
        parts.append(escape(text[position : match.start()], quote=False))
        parts.append(
            f'<button type="button" class="term" popovertarget="term-{term.pk}">{escape(match.group())}</button>'
        )
        position = match.end()
    if parts:
        parts.append(escape(text[position:], quote=False))
        node.replace_with(BeautifulSoup("".join(parts), "html.parser"))


def explanation_html(term: GlossaryTerm) -> str:
    """The popover with a term's explanation."""
    return (
        f'<aside class="term-note" id="term-{term.pk}" popover>'
        f'<p class="term-note__term">{escape(term.term)}</p>{expand_db_html(term.explanation)}</aside>'
    )
