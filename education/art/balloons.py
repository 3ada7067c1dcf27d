"""Speech balloons, captions and sound effects, with line breaking that follows Chinese rules (禁则)."""

import math
import re
from pathlib import Path

from .glyphs import measure, text
from .palette import GOLD, INK, OCHRE_WASH, SEAL, WHITE
from .pen import circle, line, n, path, poly, rect, smooth

NO_START = set("。，、？！：；）》”’…—％%」』·")
NO_END = set("（《“‘「『")
# words that read badly when a line ends inside them
WORDS = (Path(__file__).parent / "words.txt").read_text(encoding="utf-8").split()
_LATIN = re.compile(r"[A-Za-z0-9./]+(?: [年月日元])?|.", re.S)


def _tokens(string):
    """Units that never break: digit and Latin runs, characters with the punctuation glued to them."""
    out = []
    for piece in _LATIN.findall(string):
        if out and (piece in NO_START or out[-1][-1] in NO_END or (piece == "—" and out[-1].endswith("—"))):
            out[-1] += piece
        else:
            out.append(piece)
    return out


def _inside_words(string):
    """Positions at which a line break would cut a word or the number of an article."""
    found = [m for word in WORDS for m in re.finditer(word, string)]
    found += re.finditer(r"第[一二三四五六七八九十百]+条", string)
    return {place for m in found for place in range(m.start() + 1, m.end())}


def wrap(string, size, width, family="sans"):
    """Lines of at most `width`, as few as possible and as even as possible, best broken after punctuation."""
    units = _tokens(string)
    widths = [measure(u, size, family) for u in units]
    starts, pos = [], 0
    for u in units:
        starts.append(pos)
        pos += len(u)
    inside = _inside_words(string)
    count = len(units)
    fewest = max(1, math.ceil(sum(widths) / width))
    ideal = sum(widths) / fewest
    best = [(0.0, 0)] + [(math.inf, 0)] * count
    for j in range(1, count + 1):
        for i in range(j - 1, -1, -1):
            span = sum(widths[i:j])
            if span > width and j - i > 1:
                break
            cost = best[i][0] + ((ideal - span) / size) ** 2 + 3
            if j < count:
                cost += (-4 if units[j - 1][-1] in "。？！，；：…" else 0) + (14 if starts[j] in inside else 0)
            elif j - i == 1 and len(units[i]) < 3 < count:
                cost += 20  # a lone character on the last line
            if cost < best[j][0]:
                best[j] = (cost, i)
    out, j = [], count
    while j:
        i = best[j][1]
        out.append("".join(units[i:j]).strip())
        j = i
    return out[::-1]


def _spikes(cx, cy, rx, ry, count=22, depth=0.2):
    pts = []
    for i in range(count * 2):
        a = math.tau * i / (count * 2)
        k = 1.0 + depth * (1 if i % 2 == 0 else -0.25) * (0.8 + 0.35 * ((i * 7) % 5) / 4)
        pts.append((cx + rx * k * math.cos(a), cy + ry * k * math.sin(a)))
    return pts


def _tail(x, y, w, h, tip, kind):
    """The pointer from the balloon's edge to `tip`: (svg path data, as a soft wedge)."""
    dx, dy = tip[0] - x, tip[1] - y
    if abs(dx) * h > abs(dy) * w:  # leaves through a side
        base = (x + math.copysign(w / 2 - 16, dx), y + max(min(dy * 0.25, h * 0.22), -h * 0.22))
        off = (0, 22)
    else:
        base = (x + max(min(dx * 0.45, w * 0.32), -w * 0.32), y + math.copysign(h / 2 - 14, dy))
        off = (26, 0)
    if kind == "phone":
        mid = ((base[0] + tip[0]) / 2, (base[1] + tip[1]) / 2)
        return (
            f"M{n(base[0] - off[0])} {n(base[1] - off[1])}L{n(mid[0] - 16)} {n(mid[1] + 4)}L{n(mid[0] - 2)} "
            f"{n(mid[1] - 10)}L{n(tip[0])} {n(tip[1])}"
            f"L{n(mid[0] + 18)} {n(mid[1] - 14)}L{n(mid[0] + 6)} {n(mid[1])}L{n(base[0] + off[0])} "
            f"{n(base[1] + off[1])}Z"
        )
    c = (base[0] + (tip[0] - base[0]) * 0.55 + off[0] * 0.3, base[1] + (tip[1] - base[1]) * 0.45 + off[1] * 0.3)
    return (
        f"M{n(base[0] - off[0])} {n(base[1] - off[1])}Q{n(c[0] - off[0] * 0.4)} {n(c[1] - off[1] * 0.4)} "
        f"{n(tip[0])} {n(tip[1])}"
        f"Q{n(c[0] + off[0] * 0.4)} {n(c[1] + off[1] * 0.4)} {n(base[0] + off[0])} {n(base[1] + off[1])}Z"
    )


def box_size(string, size=44, width=520, pad=(34, 26)):
    """(lines, balloon width, balloon height) for a text."""
    lines = wrap(string, size, width)
    return lines, max(measure(t, size) for t in lines) + pad[0] * 2, len(lines) * size * 1.32 + pad[1] * 2 - size * 0.2


def balloon(string, x, y, tip=None, kind="say", size=44, width=520, fill=WHITE, ink=INK):
    """A balloon centred on x, y whose tail ends at `tip`. kind: say, shout, think, phone (a voice from a device),
    whisper."""
    pad = (40, 30) if kind == "shout" else (34, 26)
    lines, w, h = box_size(string, size, width, pad)
    if kind == "shout":
        body = "M" + "L".join(f"{n(px)} {n(py)}" for px, py in _spikes(x, y, w * 0.56, h * 0.62)) + "Z"
    elif kind == "think":
        bumps, pts = max(8, int((w + h) / 52)), []
        for i in range(bumps * 2):
            a, k = math.tau * i / (bumps * 2), 1.04 if i % 2 else 0.95
            c, s = math.cos(a), math.sin(a)
            pts.append(
                (x + w * 0.56 * k * math.copysign(abs(c) ** 0.7, c), y + h * 0.58 * k * math.copysign(abs(s) ** 0.7, s))
            )
        body = smooth(pts)
    else:
        r, left, t = min(h * 0.48, 46), x - w / 2, y - h / 2
        if kind == "phone":
            r = 10
        body = (
            f"M{n(left + r)} {n(t)}H{n(left + w - r)}Q{n(left + w)} {n(t)} {n(left + w)} {n(t + r)}V{n(t + h - r)}"
            f"Q{n(left + w)} {n(t + h)} {n(left + w - r)} {n(t + h)}"
            f"H{n(left + r)}Q{n(left)} {n(t + h)} {n(left)} {n(t + h - r)}V{n(t + r)}Q{n(left)} {n(t)} "
            f"{n(left + r)} {n(t)}Z"
        )
    dash = 'stroke-dasharray="14 10"' if kind == "whisper" else ""
    out = ""
    if tip and kind == "think":
        for k, r in ((0.62, 13), (0.8, 9), (0.94, 6)):
            edge = (
                x + (tip[0] - x) * k,
                y
                + math.copysign(h * 0.5, tip[1] - y)
                + (tip[1] - y - math.copysign(h * 0.5, tip[1] - y)) * (k - 0.4) / 0.6,
            )
            out += circle(edge[0], edge[1], r, fill, ink)
    elif tip:
        d = _tail(x, y, w, h, tip, kind)
        out += path(d, fill, ink, w=8) + path(body, fill, ink, extra=dash) + path(d, fill, None)
    if not (tip and kind != "think"):
        out += path(body, fill, ink, extra=dash)
    first = y - (len(lines) - 1) * size * 0.66 + size * 0.36
    return out + "".join(text(x, first + i * size * 1.32, t, size, ink) for i, t in enumerate(lines))


def caption(string, x, y, width=760, size=40, kind="story"):
    """A caption box whose upper left corner is x, y. kind: story (ochre) or law (white, with a seal 法)."""
    lead = 92 if kind == "law" else 0
    lines = wrap(string, size, width - 56 - lead)
    w = max(measure(t, size) for t in lines) + 56 + lead
    h = max(len(lines) * size * 1.36 + 34, 104 if kind == "law" else 0)
    out = rect(x, y, w, h, WHITE if kind == "law" else OCHRE_WASH, 3)
    if kind == "law":
        out += (
            rect(x, y, 92, h, SEAL, 3)
            + rect(x + 17, y + h / 2 - 29, 58, 58, "none", 6, WHITE, 4)
            + text(x + 46, y + h / 2 + 15, "法", 42, WHITE, "serif")
        )
    first = y + h / 2 - (len(lines) - 1) * size * 0.68 + size * 0.36
    return out + "".join(
        text(x + 28 + lead, first + i * size * 1.36, t, size, INK, anchor="start") for i, t in enumerate(lines)
    )


def caption_size(string, width=760, size=40, kind="story"):
    """(width, height) the caption will have."""
    lead = 92 if kind == "law" else 0
    lines = wrap(string, size, width - 56 - lead)
    return max(measure(t, size) for t in lines) + 56 + lead, max(
        len(lines) * size * 1.36 + 34, 104 if kind == "law" else 0
    )


def sfx(string, x, y, size=90, rot=-8, fill=SEAL, edge=WHITE):
    """A sound effect: big brush-like letters with a light edge."""
    glyphs = text(0, 0, string, size, fill, "serif", spacing=4)
    halo = re.sub(r'fill="[^"]*"', f'fill="{edge}" stroke="{edge}" stroke-width="{n(size * 0.16)}"', glyphs, count=1)
    ink = re.sub(r'fill="[^"]*"', f'fill="{INK}" stroke="{INK}" stroke-width="{n(size * 0.22)}"', glyphs, count=1)
    return f'<g transform="translate({n(x)} {n(y)}) rotate({n(rot)})">{ink}{halo}{glyphs}</g>'


def impact(x, y, r=70, fill=GOLD):
    """A star of surprise behind a head or a thing."""
    return poly(_spikes(x, y, r, r, 12, 0.35), fill)


def mark(kind, x, y, size=80, colour=SEAL):
    """A big sign over a head: ?, !, ?!, …, tick or cross."""
    if kind == "tick":
        return path(
            f"M{x - size * 0.4} {y}L{x - size * 0.1} {y + size * 0.3}L{x + size * 0.45} {y - size * 0.4}",
            stroke=INK,
            w=size * 0.3,
        ) + path(
            f"M{x - size * 0.4} {y}L{x - size * 0.1} {y + size * 0.3}L{x + size * 0.45} {y - size * 0.4}",
            stroke=colour,
            w=size * 0.18,
        )
    if kind == "cross":
        a = size * 0.36
        return "".join(
            line(x - a, y - a, x + a, y + a, stroke=c, w=w) + line(x - a, y + a, x + a, y - a, stroke=c, w=w)
            for c, w in ((INK, size * 0.3), (colour, size * 0.18))
        )
    return sfx(kind, x, y, size, 0, colour)
