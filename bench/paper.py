"""The tagged care plan against the same words set by ReportLab's own paragraphs and tables, without tags.

Run: .venv/bin/python -m bench.paper. The first plan reads the fonts. The peer does less: no tags, no repeated
heads, no measured first page, no running lines.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from statistics import median

from app.reports.care_plan_pdf import care_plan_pdf
from app.reports.page_pictures import page_pictures
from app.reports.plan_paper import PlanPaper
from app.reports.printable import every_text
from bench.table import Row, median_ms, show, times_ms
from tests.reports.invented import invented_plan

TIMES = 15
WORST_RATIO = 3.0


def peer_pdf(paper: PlanPaper) -> bytes:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    style = ParagraphStyle("body", fontName="Paper-Regular", fontSize=14, leading=18.5)
    rows = [
        *((a.owner, a.what, a.by_when) for a in paper.actions),
        *((c.what + " " + c.found, c.means, c.next_step) for c in paper.checks),
        *((m.name, m.how_i_take_it, m.what_for) for m in paper.medicines),
    ]
    in_rows = {text for row in rows for text in row}
    story: list[object] = [Paragraph(t, style) for t in every_text(paper) if t not in in_rows]
    story += [Table([[Paragraph(cell, style) for cell in row]], colWidths=[150, 170, 160]) for row in rows]
    target = BytesIO()
    SimpleDocTemplate(target, invariant=1).build(story)
    return target.getvalue()


def rows() -> Iterator[Row]:
    paper = invented_plan()
    yield Row("first plan", times_ms(lambda: care_plan_pdf(paper), 1)[0], note="fonts are read")
    ours, peers = [], []
    for _ in range(TIMES):
        ours += times_ms(lambda: care_plan_pdf(paper), 1)
        peers += times_ms(lambda: peer_pdf(paper), 1)
    pdf = care_plan_pdf(paper)
    yield Row("next plans", median(ours), note=f"{len(pdf) / 1000:.0f} kB")
    yield Row("untagged peer", median(peers))
    yield Row("tagged plan against untagged peer", median(ours) / median(peers), "times", WORST_RATIO)
    yield Row("pictures at 1.5", median_ms(lambda: page_pictures(pdf, 1.5), 5))


if __name__ == "__main__":
    sys.exit(show(rows()))
