"""Certificates as stamped sheets: one template gives the PDF to print and the picture to share."""

from datetime import date
from io import BytesIO

import segno

from .paper import typeset_pdf, typeset_png

TEMPLATE = "media/typst/certificate.typ"
# Fixed by the rules for minors: a certificate must not be taken for a ticket to a school.
NOTE = "本证书只说明完成了一门公益学习课程，不作为中小学招生入学依据。"


def course_certificate(
    *,
    name: str,
    course: str,
    lessons: int,
    issued_on: date,
    code: str,
    check_url: str,
    organiser: str,
    kind: str = "pdf",
) -> bytes:
    """Return the certificate of a finished course, A4 landscape.

    `kind` is "pdf", or "png" for a picture of 1754 × 1240 pixels. `check_url` is the whole address of the page that checks
    `code`; it is printed and stands in the QR code. Raises media.paper.PaperError.
    """
    data = {
        "title": "结课证书",
        "site": "明白消费",
        "name": name,
        "course": course,
        "lessons": lessons,
        "issued": [issued_on.year, issued_on.month, issued_on.day],
        "code": code,
        "organiser": organiser or "明白消费",
        "qr": "qr.svg",
        "note": NOTE,
        "check-label": f"核对：{check_url}",
    }
    pictures = {"qr.svg": qr_svg(check_url)}
    if kind == "png":
        return typeset_png(TEMPLATE, data, day=issued_on, pictures=pictures, ppi=150)[0]
    return typeset_pdf(TEMPLATE, data, day=issued_on, pictures=pictures)


def qr_svg(address: str) -> bytes:
    """A QR code of an address as SVG, with its quiet zone."""
    out = BytesIO()
    segno.make(address, error="m", micro=False).save(
        out, kind="svg", scale=4, border=2, dark="#211c17", light="#fffdf8"
    )
    return out.getvalue()
