"""Rich text as stored by Wagtail → a tree of plain JSON that a Typst template can walk."""

from dataclasses import dataclass, field
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Comment, NavigableString, Tag
from wagtail.documents import get_document_model
from wagtail.models import Page

# HTML's name → ours. Whatever is not named here gives way to its text.
TAGS = {
    "p": "p",
    "ul": "ul",
    "ol": "ol",
    "li": "li",
    "h2": "h3",
    "h3": "h3",
    "h4": "h3",
    "b": "b",
    "strong": "b",
    "i": "i",
    "em": "i",
    "br": "br",
    "a": "a",
}
BLOCKS = {"p", "ul", "ol", "h3"}
DROPPED = {"script", "style", "template", "iframe", "object", "embed", "svg"}
PRINTED_SCHEMES = ("http://", "https://", "mailto:", "tel:")


@dataclass
class Links:
    """Where links lead on paper: chapters of the same book by number, everything else by its whole address."""

    base_url: str
    chapters: dict[int, int] = field(default_factory=dict)  # page id → chapter number
    _pages: dict[int, str] = field(default_factory=dict)

    def target(self, tag: Tag) -> dict:
        """The JSON of a link's target: {"chapter": n}, {"href": address} or nothing for a dead link."""
        kind, identifier = tag.get("linktype"), str(tag.get("id") or "")
        if kind == "page" and identifier.isdigit():
            if number := self.chapters.get(int(identifier)):
                return {"chapter": number}
            return self.address(self.page_path(int(identifier)))
        if kind == "document" and identifier.isdigit():
            document = get_document_model().objects.filter(pk=int(identifier)).first()
            return self.address(document.url if document else "")
        return self.address(str(tag.get("href") or "").strip())

    def page_path(self, pk: int) -> str:
        """The path of a published page; empty when there is none."""
        if pk not in self._pages:
            page = Page.objects.live().filter(pk=pk).first()
            self._pages[pk] = (page.get_url() or "") if page else ""
        return self._pages[pk]

    def address(self, href: str) -> dict:
        """A whole address for paper, or nothing where a link could not be followed or should not."""
        if href.startswith("/"):
            href = urljoin(self.base_url, href)
        return {"href": href} if href.lower().startswith(PRINTED_SCHEMES) else {}


def rich_nodes(source: str, links: Links) -> list:
    """Return block nodes of rich text: {"tag", "children", …}; inline text that stands alone is wrapped in a paragraph."""
    nodes = nodes_of(BeautifulSoup(source or "", "html.parser"), links)
    blocks: list = []
    for node in nodes:
        if is_block(node):
            blocks.append(node)
        elif isinstance(node, str) and not node.strip():
            continue
        elif blocks and blocks[-1].get("loose"):
            blocks[-1]["children"].append(node)
        else:
            blocks.append({"tag": "p", "children": [node], "loose": True})
    return [block for block in blocks if block["children"]]


def is_block(node) -> bool:
    return isinstance(node, dict) and node["tag"] in BLOCKS


def nodes_of(tag: Tag, links: Links) -> list:
    """The nodes of everything inside `tag`."""
    nodes: list = []
    for child in tag.children:
        if isinstance(child, Comment):
            continue
        if isinstance(child, NavigableString):
            if text := str(child).replace("\n", " "):
                nodes.append(text)
        elif child.name not in DROPPED:
            nodes += element_nodes(child, links)
    return nodes


def element_nodes(tag: Tag, links: Links) -> list:
    """The node of one element, or its inner nodes where paper has no form for the element."""
    name = TAGS.get(tag.name)
    if name == "br":
        return [{"tag": "br", "children": []}]
    inner = nodes_of(tag, links)
    if name is None:
        return inner
    if name in {"ul", "ol"}:
        inner = [node for node in inner if isinstance(node, dict) and node["tag"] == "li"]
    if name == "a":
        target = links.target(tag)
        return [{"tag": "a", "children": inner} | target] if target else inner
    return [{"tag": name, "children": inner}]


def plain_nodes(text: str) -> list:
    """Paragraphs of text that an editor typed without markup."""
    lines = [line.strip() for line in (text or "").splitlines()]
    return [{"tag": "p", "children": [line]} for line in lines if line]
