"""The tagged care plan against the same words set by ReportLab's own paragraphs and tables, without tags.

Run: python bench/paper.py. Prints the time of the first plan (fonts read), of the next ones (median), of the
peer, their ratio, and the time of the pictures for the preview. The peer does less: no tags, no repeated
heads, no measured first page, no running lines.
"""

import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))

from app.reports.care_plan_pdf import care_plan_pdf
from app.reports.page_pictures import page_pictures
from app.reports.plan_paper import PlanPaper
from app.reports.printable import every_text
from tests.reports.invented import invented_plan

TIMES = 15
WORST_RATIO = 3.0


def milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


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


def main() -> int:
    paper = invented_plan()
    first = milliseconds(lambda: care_plan_pdf(paper))
    ours, peers = [], []
    for _ in range(TIMES):
        ours.append(milliseconds(lambda: care_plan_pdf(paper)))
        peers.append(milliseconds(lambda: peer_pdf(paper)))
    pdf = care_plan_pdf(paper)
    pictures = median(milliseconds(lambda: page_pictures(pdf, 1.5)) for _ in range(5))
    ratio = median(ours) / median(peers)
    print(f"first plan      {first:7.1f} ms")
    print(f"next plans      {median(ours):7.1f} ms")
    print(f"untagged peer   {median(peers):7.1f} ms")
    print(f"ratio           {ratio:7.2f}  (at most {WORST_RATIO})")
    print(f"pictures at 1.5 {pictures:7.1f} ms; PDF {len(pdf) / 1000:.0f} kB")
    return int(ratio > WORST_RATIO)


if __name__ == "__main__":
    sys.exit(main())
