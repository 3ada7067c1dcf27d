"""Template helpers of education: self-checks and terms explained in place."""

import hashlib
import json
import re
from dataclasses import dataclass

from django import template
from django.template.base import Node, NodeList, Parser, Token
from django.utils.safestring import mark_safe

from ..glossary import explain_terms

register = template.Library()


@dataclass(frozen=True)
class SelfCheck:
    """What the self-check's form needs beside its texts: a key unique on the page, and whether several may be chosen."""

    key: str
    several: bool


@register.simple_tag
def self_check(value) -> SelfCheck:
    """Derive a stable key from the question itself, so that the same page is the same bytes every time."""
    text = json.dumps([value["question"], [option["text"] for option in value["options"]]], ensure_ascii=False)
    several = sum(bool(option["correct"]) for option in value["options"]) > 1
    return SelfCheck(hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()[:8], several)


@register.filter
def promote_headings(html: str) -> str:
    """Lift h3 and h4 by one level, for a text that stands right below the page's h1 and not in a titled step."""
    return mark_safe(re.sub(r"(</?h)([34])\b", lambda match: f"{match[1]}{int(match[2]) - 1}", html))


class GlossaryNode(Node):
    """Render the inner nodes, then explain the glossary's terms in the HTML."""

    def __init__(self, nodelist: NodeList):
        self.nodelist = nodelist

    def render(self, context) -> str:
        return explain_terms(self.nodelist.render(context))


@register.tag
def glossary(parser: Parser, token: Token) -> GlossaryNode:
    """{% glossary %}…{% endglossary %}: the first use of every term in each section becomes a button that explains it."""
    nodelist = parser.parse(("endglossary",))
    parser.delete_first_token()
    return GlossaryNode(nodelist)
