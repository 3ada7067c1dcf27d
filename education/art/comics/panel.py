"""A comic panel: a scene that draws the lines written in the episode's YAML, so picture and text cannot drift apart."""

import math

from ..balloons import balloon, box_size, caption, caption_size
from ..pen import Scene


class Panel(Scene):
    """1200 units wide. `lines` are the panel's lines of the YAML: [{speaker, text}, …]."""

    def __init__(self, lines, h=860, ground=None):
        super().__init__(1200, h, ground)
        self.lines, self.drawn = lines, []

    def say(self, i, x, y, who=None, kind="say", width=520, size=44, tip=None):
        """Line i as a balloon centred on x, y; the tail points at the head of the figure `who` or at `tip`."""
        line = self.lines[i]
        if line["speaker"] == "旁白":
            raise ValueError(f"line {i} is narration")
        if who is not None:
            hx, hy = who.head
            reach = math.hypot(who.top[0] - hx, who.top[1] - hy) * 1.12
            far = math.hypot(x - hx, y - hy)
            tip = (hx + (x - hx) / far * reach, hy + (y - hy) / far * reach)
        self._inside(line, x, y, kind, size, width)
        self.drawn.append(i)
        return self.add(balloon(line["text"], x, y, tip, kind, size, width))

    def _inside(self, line, x, y, kind, size, width):
        _, w, h = box_size(line["text"], size, width, (40, 30) if kind == "shout" else (34, 26))
        k = {"shout": 1.3, "think": 1.16}.get(kind, 1)
        box = (x - w * k / 2, y - h * k / 2, x + w * k / 2, y + h * k / 2)
        if box[0] < 8 or box[1] < 8 or box[2] > self.w - 8 or box[3] > self.h - 8:
            print(f"  balloon leaves the picture: {line['text']} {[round(v) for v in box]}")

    def tell(self, i, x=28, y=28, width=1144, size=40, kind="story", low=False):
        """Line i (speaker 旁白) as a caption box; `low` puts it at the lower edge instead of y."""
        line = self.lines[i]
        if line["speaker"] != "旁白":
            raise ValueError(f"line {i} is spoken by {line['speaker']}")
        _, h = caption_size(line["text"], width, size, kind)
        self.drawn.append(i)
        return self.add(caption(line["text"], x, self.h - 28 - h if low else y, width, size, kind))

    def check(self):
        if sorted(self.drawn) != list(range(len(self.lines))):
            raise ValueError(f"lines drawn {sorted(self.drawn)} of {len(self.lines)}")
