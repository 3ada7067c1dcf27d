"""The one ink line: SVG primitives that keep the same line weight however much a group is scaled.

Every shape is an SVG string. `at()` places a string; it divides the line widths inside by the scale, so a person
drawn at
half size has the same ink line as the table in front. `Scene` collects strings and gives the finished SVG.
"""

import math
import re

from .palette import INK, WHITE

LINE = 4.0  # ink line at 1200 px width
_WIDTH = re.compile(r'stroke-width="([\d.]+)"')
_TUBE = re.compile(r'stroke-width="T([\d.]+)\+([\d.]+)"')


def n(value: float) -> str:
    """A number as short as it can be written."""
    text = f"{value:.1f}"
    return text[:-2] if text.endswith(".0") else text


def _paint(fill, stroke, w, extra):
    out = f' fill="{fill or "none"}"'
    if stroke:
        out += f' stroke="{stroke}" stroke-width="{n(w)}"'
    return out + (f" {extra}" if extra else "")


def path(d, fill=None, stroke=INK, w=LINE, extra=""):
    return f'<path d="{d}"{_paint(fill, stroke, w, extra)}/>'


def line(*xy, stroke=INK, w=LINE, extra=""):
    """An open polyline through x0, y0, x1, y1, …"""
    pts = " ".join(n(v) for v in xy)
    return f'<polyline points="{pts}"{_paint(None, stroke, w, extra)}/>'


def rect(x, y, w, h, fill=WHITE, r=0, stroke=INK, lw=LINE, extra=""):
    corner = f' rx="{n(r)}"' if r else ""
    return f'<rect x="{n(x)}" y="{n(y)}" width="{n(w)}" height="{n(h)}"{corner}{_paint(fill, stroke, lw, extra)}/>'


def circle(x, y, r, fill=WHITE, stroke=INK, w=LINE, extra=""):
    return f'<circle cx="{n(x)}" cy="{n(y)}" r="{n(r)}"{_paint(fill, stroke, w, extra)}/>'


def ellipse(x, y, rx, ry, fill=WHITE, stroke=INK, w=LINE, extra=""):
    return f'<ellipse cx="{n(x)}" cy="{n(y)}" rx="{n(rx)}" ry="{n(ry)}"{_paint(fill, stroke, w, extra)}/>'


def poly(points, fill=WHITE, stroke=INK, w=LINE, extra=""):
    """A closed polygon of (x, y) pairs."""
    pts = " ".join(f"{n(x)},{n(y)}" for x, y in points)
    return f'<polygon points="{pts}"{_paint(fill, stroke, w, extra)}/>'


def smooth(points, closed=True):
    """Path data of a soft curve (Catmull-Rom) through the points."""
    count = len(points)
    out = [f"M{n(points[0][0])} {n(points[0][1])}"]
    for i in range(count if closed else count - 1):
        p0 = points[i - 1] if closed or i else points[0]
        p1, p2 = points[i], points[(i + 1) % count]
        p3 = points[(i + 2) % count] if closed or i + 2 < count else p2
        out.append(
            f"C{n(p1[0] + (p2[0] - p0[0]) / 6)} {n(p1[1] + (p2[1] - p0[1]) / 6)} "
            f"{n(p2[0] - (p3[0] - p1[0]) / 6)} {n(p2[1] - (p3[1] - p1[1]) / 6)} {n(p2[0])} {n(p2[1])}"
        )
    return " ".join(out) + ("Z" if closed else "")


def stroke_scaled(d, colour, width, cap="round"):
    """A stroke that grows and shrinks with its group, for limbs."""
    return (
        f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="T{n(width)}+0" '
        f'stroke-linecap="{cap}" stroke-linejoin="round"/>'
    )


def tube(d, colour, width, cap="round", w=LINE):
    """A limb: path `d` as a band of `width` with an ink line on both sides."""
    ink = (
        f'<path d="{d}" fill="none" stroke="{INK}" stroke-width="T{n(width)}+{n(w * 2)}" '
        f'stroke-linecap="{cap}" stroke-linejoin="round"/>'
    )
    return ink + stroke_scaled(d, colour, width, cap)


def at(content, x=0, y=0, s=1.0, rot=0, flip=False):
    """Place `content` (drawn around 0, 0): scale `s`, turn `rot` degrees clockwise, mirror with `flip`."""
    if s != 1:
        content = _WIDTH.sub(lambda m: f'stroke-width="{float(m[1]) / s:.2f}"', content)
        content = _TUBE.sub(lambda m: f'stroke-width="T{m[1]}+{float(m[2]) / s:.2f}"', content)
    move = f"translate({n(x)} {n(y)})"
    if rot:
        move += f" rotate({n(rot)})"
    if s != 1 or flip:
        move += f" scale({-s if flip else s:.3f} {s:.3f})"
    return f'<g transform="{move}">{content}</g>'


def shadow(x, y, rx, ry=None, opacity=0.14):
    """The soft ground shadow that keeps a figure from floating."""
    return ellipse(x, y, rx, ry or rx * 0.16, INK, None, extra=f'opacity="{opacity}"')


def clip(content, shape, name):
    """`content` cut to the SVG `shape`; `name` is unique within the picture."""
    return f'<clipPath id="{name}">{shape}</clipPath><g clip-path="url(#{name})">{content}</g>'


def rays(x, y, r0, r1, count=12, colour=INK, w=LINE, start=0.0, sweep=360.0):
    """Short lines around a point: surprise, shine, noise."""
    out = []
    for i in range(count):
        a = math.radians(start + sweep * i / (count if sweep == 360 else max(count - 1, 1)))
        out.append(
            line(
                x + r0 * math.cos(a),
                y + r0 * math.sin(a),
                x + r1 * math.cos(a),
                y + r1 * math.sin(a),
                stroke=colour,
                w=w,
            )
        )
    return "".join(out)


class Scene:
    """A picture of `w` × `h` units. `add` strings back to front; `svg()` gives the document."""

    def __init__(self, w, h, ground=None):
        self.w, self.h, self.parts = w, h, []
        if ground:
            self.add(rect(0, 0, w, h, ground, stroke=None))

    def add(self, *parts):
        self.parts.extend(parts)
        return self

    def svg(self):
        body = _TUBE.sub(lambda m: f'stroke-width="{float(m[1]) + float(m[2]):.2f}"', "".join(self.parts))
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {n(self.w)} {n(self.h)}" width="{n(self.w)}" '
            f'height="{n(self.h)}" stroke-linecap="round" stroke-linejoin="round">{body}</svg>'
        )
