"""Sound, film and captions: the container must be what the name says, captions must be WebVTT that a player can follow."""

import re
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

MAX_RECORDING = 100 * 1024 * 1024
MAX_CAPTIONS = 1024 * 1024
AUDIO = {"mp3", "m4a", "ogg"}
VIDEO = {"mp4", "webm"}
TIMING = re.compile(
    r"^((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})[ \t]+-->[ \t]+((?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3})(?:[ \t].*)?$"
)


def check_recording(file) -> None:
    """Refuse a file that is too large or is not the audio or video that its name says. Only new uploads are read."""
    if getattr(file, "_committed", False):
        return
    if file.size > MAX_RECORDING:
        sizes = {"size": filesizeformat(file.size), "most": filesizeformat(MAX_RECORDING)}
        raise ValidationError(_("文件有 %(size)s，最大 %(most)s。请压缩后再上传。") % sizes, code="file_too_large")
    extension = PurePath(file.name).suffix.lower().removeprefix(".")
    file.seek(0)
    start = file.read(4096)
    file.seek(0)
    if not CONTAINERS.get(extension, lambda start: False)(start):
        message = _("文件的内容不是 %s。请用剪辑软件重新导出，不要只改文件名。")
        raise ValidationError(message % extension.upper(), code="mismatch")


def is_mp3(start: bytes) -> bool:
    """An ID3 tag, or the head of a frame: sync, MPEG 1, 2 or 2.5, layer III, a real bit rate and sample rate."""
    if start.startswith(b"ID3"):
        return True
    if len(start) < 4 or start[0] != 0xFF or start[1] & 0xE0 != 0xE0:
        return False
    version, layer = start[1] >> 3 & 3, start[1] >> 1 & 3
    return version != 1 and layer == 1 and start[2] >> 4 not in {0, 15} and start[2] >> 2 & 3 != 3


def is_mp4(start: bytes) -> bool:
    return start[4:8] == b"ftyp" and start[8:11] not in {b"qt ", b"hei", b"avi"}


def is_webm(start: bytes) -> bool:
    return start.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in start[:64]


CONTAINERS = {
    "mp3": is_mp3,
    "m4a": is_mp4,
    "mp4": is_mp4,
    "ogg": lambda start: start.startswith(b"OggS"),
    "webm": is_webm,
}


def check_captions(file) -> None:
    """Refuse captions that a player could not follow, and name the line. Only new uploads are read."""
    if getattr(file, "_committed", False):
        return
    if file.size > MAX_CAPTIONS:
        raise ValidationError(_("字幕文件太大，最大 1 MB。"), code="file_too_large")
    file.seek(0)
    content = file.read()
    file.seek(0)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValidationError(_("字幕要存成 UTF-8 编码。"), code="encoding") from error
    check_webvtt(text)


def check_webvtt(text: str) -> None:
    """Read WebVTT as a player does. Raises ValidationError for the first thing that is wrong."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not re.match(r"^WEBVTT(?:[ \t].*)?$", lines[0]):
        raise ValidationError(_("字幕的第一行要是 WEBVTT。"), code="header")
    before, cues = -1.0, 0
    for number, line in enumerate(lines[1:], 2):
        if "-->" not in line:
            continue
        match = TIMING.match(line)
        if match is None:
            raise ValidationError(
                _("字幕第 %s 行的时间写得不对，要像 00:01.000 --> 00:04.000。") % number, code="timing"
            )
        start, end = seconds(match[1]), seconds(match[2])
        if end <= start or start < before:
            raise ValidationError(_("字幕第 %s 行的时间倒退了。") % number, code="order")
        if number >= len(lines) or not lines[number].strip():
            raise ValidationError(_("字幕第 %s 行的时间下面没有文字。") % number, code="empty")
        before, cues = start, cues + 1
    if not cues:
        raise ValidationError(_("字幕里一句话也没有。"), code="empty")


def seconds(stamp: str) -> float:
    """`01:02:03.004` or `02:03.004` in seconds."""
    total = 0.0
    for part in stamp.split(":"):
        total = total * 60 + float(part)
    return total
