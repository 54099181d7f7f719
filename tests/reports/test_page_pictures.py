import subprocess
import sys

import pytest

from app.reports.care_plan_pdf import care_plan_pdf
from app.reports.page_pictures import page_pictures
from tests.reports.invented import invented_plan


@pytest.mark.parametrize("scale", [0.5, 1.0, 1.37])
def test_each_page_is_a_picture_without_padding(scale):
    pictures = page_pictures(care_plan_pdf(invented_plan()), scale)
    assert len(pictures) == 4
    for width, height, bgrx in pictures:
        assert abs(width - 595.3 * scale) <= 1
        assert abs(height - 841.9 * scale) <= 1
        assert len(bgrx) == width * height * 4


def test_the_paper_is_white_and_something_is_printed_on_it():
    first = page_pictures(care_plan_pdf(invented_plan()), 1.0)[0]
    assert first.bgrx[:3] == b"\xff\xff\xff"
    dark = sum(1 for pixel in range(0, len(first.bgrx), 4) if first.bgrx[pixel + 1] < 100)
    assert dark > 5000


def test_the_words_on_paper_and_the_pictures_load_no_heavy_library_by_themselves():
    code = (
        "import sys, app.reports.plan_paper, app.reports.page_pictures\n"
        "print([name for name in ('reportlab', 'pypdfium2', 'PySide6') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
