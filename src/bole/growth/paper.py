"""The paper that a certificate or a letter is printed on: A4 across, ink on paper, in the reader's language."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from io import BytesIO

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

WIDTH, HEIGHT = landscape(A4)
BAND = 196.0
LEFT, RIGHT = BAND + 56, WIDTH - 56
PAPER, INK, QUIET, FAINT, TEAL = "#F7F3EB", "#23201C", "#6B645A", "#CFC8BB", "#0F655E"
CHINESE, LATIN, LATIN_BOLD = "STSong-Light", "Helvetica", "Helvetica-Bold"
_CJK = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef《》“”，。：；、]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What stands on it, in one language."""

    title: str
    name: str
    company: str
    body: str
    kind: str
    granted_on: date
    valid_until: date | None
    code: str
    is_english: bool


def paper_pdf(paper: Paper) -> bytes:
    """Print it. The same paper gives the same bytes."""
    _fonts()
    out = BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=1)
    with translation.override("en" if paper.is_english else "zh-hans"):
        canvas.setTitle(f"{paper.title} · {paper.name}")
        canvas.setAuthor(paper.company)
        _ground(canvas, paper)
        _words(canvas, paper)
        _foot(canvas, paper)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


@cache
def _fonts() -> None:
    pdfmetrics.registerFont(UnicodeCIDFont(CHINESE))


def _ground(canvas: Canvas, paper: Paper) -> None:
    """Draw paper, the band of ink with the mark, and the company."""
    canvas.setFillColor(HexColor(PAPER))
    canvas.rect(0, 0, WIDTH, HEIGHT, stroke=0, fill=1)
    canvas.setFillColor(HexColor(INK))
    canvas.rect(0, 0, BAND, HEIGHT, stroke=0, fill=1)
    canvas.setFillColor(HexColor(TEAL))
    canvas.rect(BAND, 0, 6, HEIGHT, stroke=0, fill=1)
    canvas.saveState()
    canvas.translate(34, HEIGHT - 52)
    canvas.scale(1.32, -1.32)
    canvas.setFillColor(HexColor(PAPER))
    canvas.drawPath(_mark(canvas), stroke=0, fill=1)
    canvas.restoreState()
    y = 52.0
    for line in reversed(_lines(paper.company, 17, BAND - 68)):
        _line(canvas, line, 34, y, 17, PAPER, bold=True)
        y += 24


def _words(canvas: Canvas, paper: Paper) -> None:
    """Write what it is, whose it is and what it says."""
    heading = _("Letter") if paper.kind == "letter" else _("Certificate")
    _line(canvas, heading, LEFT, HEIGHT - 92, 13, TEAL, bold=True)
    y = HEIGHT - 92
    for line in _lines(paper.title, 34, RIGHT - LEFT):
        y -= 48
        _line(canvas, line, LEFT, y, 34, INK, bold=True)
    canvas.setStrokeColor(HexColor(TEAL))
    canvas.setLineWidth(2.5)
    canvas.line(LEFT, y - 24, LEFT + 56, y - 24)
    y -= 76
    _line(canvas, paper.name, LEFT, y, 30, INK, bold=True)
    y -= 16
    for line in _lines(_said(paper), 15, RIGHT - LEFT):
        y -= 25
        _line(canvas, line, LEFT, y, 15, INK)


def _said(paper: Paper) -> str:
    until = _written(paper.valid_until) if paper.valid_until else _("further notice")
    if paper.body:
        return paper.body.format(name=paper.name, date=until, code=paper.code)
    return _("has met everything that this certificate asks for.")


def _foot(canvas: Canvas, paper: Paper) -> None:
    """Write since when, until when, and how to verify it."""
    canvas.setStrokeColor(HexColor(FAINT))
    canvas.setLineWidth(0.75)
    canvas.line(LEFT, 112, RIGHT, 112)
    until = _written(paper.valid_until) if paper.valid_until else _("no end")
    told = ((_("Given on"), _written(paper.granted_on)), (_("Valid until"), until), (_("Code to verify"), paper.code))
    step = (RIGHT - LEFT) / len(told)
    for n, (label, value) in enumerate(told):
        _line(canvas, label, LEFT + n * step, 88, 10, QUIET)
        _line(canvas, value, LEFT + n * step, 66, 14, INK, bold=True)
    _line(canvas, _("Anybody can verify it at the address /verify/ of the company's Bole."), LEFT, 38, 9, QUIET)


def _written(day: date) -> str:
    """Write a day with its year, as papers do."""
    named = {"year": day.year, "month": day.month, "day": day.day, "month_name": day.strftime("%B")}
    return pgettext("paper", "%(day)s %(month_name)s %(year)s") % named


def _line(canvas: Canvas, words: str, x: float, y: float, size: float, colour: str, *, bold: bool = False) -> None:
    """Write one line; Chinese has one face here, so that bold is its outline drawn along."""
    font = _font(words, bold=bold)
    canvas.setFillColor(HexColor(colour))
    canvas.setStrokeColor(HexColor(colour))
    text = canvas.beginText(x, y)
    text.setFont(font, size)
    text.setTextRenderMode(2 if bold and font == CHINESE else 0)
    canvas.setLineWidth(size / 45)
    text.textOut(words)
    text.setTextRenderMode(0)
    canvas.drawText(text)


def _font(words: str, *, bold: bool) -> str:
    return CHINESE if _CJK.search(words) else LATIN_BOLD if bold else LATIN


def _lines(words: str, size: float, width: float) -> list[str]:
    """Break words into lines: Latin between words, Chinese anywhere but before a stop."""
    pieces = re.findall(r"[A-Za-z0-9'’\-/.,:;()%]+\s*|\s+|.", words)
    lines, font = [""], _font(words, bold=True)
    for piece in pieces:
        fits = pdfmetrics.stringWidth((lines[-1] + piece).rstrip(), font, size) <= width
        if fits or not lines[-1] or piece in "，。：；、》”）":
            lines[-1] += piece
        else:
            lines.append(piece)
    return [line.strip() for line in lines if line.strip()]


def _mark(canvas: Canvas) -> PDFPathObject:
    """Return the mark as a path: the product's own drawing, of M, L, C and Z in absolute figures."""
    path = canvas.beginPath()
    for command, numbers in _strokes():
        if command == "M":
            path.moveTo(*numbers)
        elif command == "L":
            path.lineTo(*numbers)
        elif command == "C":
            path.curveTo(*numbers)
        else:
            path.close()
    return path


@cache
def _strokes() -> tuple[tuple[str, tuple[float, ...]], ...]:
    drawing = (files("bole.kit") / "static" / "mark.svg").read_text(encoding="utf-8")
    found = re.search(r' d="([^"]+)"', drawing)
    told = re.findall(r"([MLCZ])([^MLCZ]*)", found[1] if found else "")
    return tuple((command, tuple(float(number) for number in re.findall(r"-?[\d.]+", numbers))) for command, numbers in told)
