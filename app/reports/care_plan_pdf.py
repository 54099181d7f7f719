"""The care plan as a PDF: the standard edition, 14 point, tagged, the same bytes for the same plan."""

from collections.abc import Callable

from app.reports.composing import Composer
from app.reports.crisis_section import when_things_get_worse
from app.reports.front_page import front_page
from app.reports.lettering import STANDARD, Edition
from app.reports.page_flow import Block, flow_into_pages
from app.reports.page_frame import PageFrame, RunningWords
from app.reports.plan_paper import PlanPaper
from app.reports.plan_sections import (
    agreement_and_end,
    body_checks,
    done_today,
    going_well,
    home_and_work,
    medicines,
    not_done,
    staying_well,
    supporters,
    what_became,
)
from app.reports.printable import printable
from app.reports.ratings_section import how_i_am_doing
from app.reports.structure import Element
from app.reports.tagging import TaggedCanvas
from app.reports.unbroken import unbroken

AFTER_THE_FRONT_PAGE: tuple[Callable[[Composer, PlanPaper], list[Block]], ...] = (
    done_today,
    what_became,
    going_well,
    how_i_am_doing,
    body_checks,
    medicines,
    staying_well,
    home_and_work,
    when_things_get_worse,
    supporters,
    not_done,
    agreement_and_end,
)


def care_plan_pdf(paper: PlanPaper, edition: Edition = STANDARD) -> bytes:
    """The plan as a PDF/UA-1 file. Pure: no clock, no file, no person's name in the title."""
    root = Element("Document")
    composer = Composer(edition, root)
    title = composer.heading(1, "My plan")
    frame = PageFrame(edition, running_words(paper), root)
    blocks: list[Block] = [title, *front_page(composer, paper, frame.text_height)]
    for section in AFTER_THE_FRONT_PAGE:
        blocks += section(composer, paper)
    pages = flow_into_pages(blocks, edition.text_width, frame.text_height)
    canvas = TaggedCanvas(root, document_title(paper))
    for number, page in enumerate(pages, start=1):
        frame.draw(canvas, page, number, len(pages))
    return canvas.finished()


def document_title(paper: PlanPaper) -> str:
    """The title is shown in window bars and lists of recent files: a number, never a name."""
    return printable(f"Plan {paper.plan_number}, version {paper.version}")


def running_words(paper: PlanPaper) -> RunningWords:
    """What stands in the head and the foot of every page."""
    line = f"{document_title(paper)}."
    line += f" Replaces the plan of {paper.replaces}." if paper.replaces else ""
    line += f" Review by {paper.review_by}." if paper.review_by else ""
    return RunningWords(
        name=paper.person.full_name,
        born=paper.person.born,
        plan_line=unbroken(line),
        is_draft=paper.is_draft,
        is_practice=paper.is_practice,
    )
