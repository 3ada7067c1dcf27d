"""QTI trees: one spelling of names for versions 2 and 3, and HTML out of them.

Version 3 writes `qti-choice-interaction` and `response-identifier` where version 2 writes `choiceInteraction` and
`responseIdentifier`; `normalise` turns both into the latter, without namespaces.
"""

import html
import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

VOID = {"img", "br", "hr"}
MATH = "{http://www.w3.org/1998/Math/MathML}"


def local(name: str) -> str:
    """Return a name without its namespace, in the spelling of version 2."""
    name = name.rpartition("}")[2]
    return camel(name.removeprefix("qti-")) if name.startswith("qti-") else name


def camel(name: str) -> str:
    return re.sub(r"-(\w)", lambda match: match[1].upper(), name)


def normalise(element: Element) -> Element:
    """Respell the names of a tree in place; return it."""
    for entry in element.iter():
        entry.tag = (
            "math" if entry.tag == f"{MATH}math" else local(entry.tag) if isinstance(entry.tag, str) else "comment"
        )
        entry.attrib = {
            camel(local(name)) if not name.startswith("data-") else name: value for name, value in entry.attrib.items()
        }
    return element


def to_html(element: Element, replace: Callable[[Element], str | None]) -> str:
    """Return what an element holds as HTML; `replace` gives the HTML of an element that stands for something else, or None."""
    parts = [html.escape(element.text or "")]
    for child in element:
        replaced = replace(child)
        if replaced is not None:
            parts.append(replaced)
        elif child.tag == "object" and child.get("data") and not _is_moving(child):
            alt = html.escape("".join(child.itertext()).strip())
            parts.append(f'<img src="{html.escape(child.get("data"))}" alt="{alt}">')
        elif child.tag != "comment":
            attributes = "".join(
                f' {name}="{html.escape(child.get(name))}"'
                for name in ("src", "alt", "href", "start")
                if child.get(name) is not None
            )
            closing = "" if child.tag in VOID else f"</{child.tag}>"
            parts.append(f"<{child.tag}{attributes}>{'' if child.tag in VOID else to_html(child, replace)}{closing}")
        parts.append(html.escape(child.tail or ""))
    return "".join(parts)


def _is_moving(element: Element) -> bool:
    return element.get("type", "").startswith(("video/", "audio/", "application/"))
