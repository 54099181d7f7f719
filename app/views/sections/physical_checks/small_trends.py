"""The small charts of a row of the physical checks: one for each number in it, and for what is worked out."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from app.consultation.answers import Answer, Known
from app.consultation.bands import SCALES
from app.consultation.physical_checks.bmi_ranges import bmi_scale
from app.consultation.physical_checks.facts import audit_c_fact, bmi_fact
from app.consultation.physical_checks.record import PhysicalChecks
from app.consultation.questions import Kind, questions
from app.consultation.trend_measures import AUDIT_C, BMI, measure_of
from app.consultation.visit import Visit
from app.rules import facts as rules
from app.rules.bands import Scale
from app.rules.facts import Fact
from app.views.form.trend import Point, line_shape, points_of
from app.views.parts.chart_shape import ChartShape

TWO_FOR_A_TREND = 2


def small_trends(fields: Sequence[str], checks: PhysicalChecks, visit: Visit) -> tuple[ChartShape, ...]:
    """One chart a number with two values or more; BMI beside the weight, AUDIT-C's sum beside its answers."""
    found = [_of_answer(name, checks, visit) for name in fields]
    if "weight" in fields:
        found.append(_chart(BMI, _point(bmi_fact(checks, visit)), visit, bmi_scale(checks, visit)))
    if "drinking_days" in fields:
        found.append(_chart(AUDIT_C, _point(audit_c_fact(checks, visit)), visit, SCALES[AUDIT_C]))
    return tuple(shape for shape in found if shape is not None)


def _of_answer(name: str, checks: PhysicalChecks, visit: Visit) -> ChartShape | None:
    question = questions(PhysicalChecks)[name]
    if not question.series or question.kind is not Kind.NUMBER:
        return None
    answer: Answer[Any] = getattr(checks, name)
    given = Point(answer.taken_on, answer.value) if isinstance(answer, Known) else None
    return _chart(question.series, given, visit, SCALES.get(question.series))


def _chart(key: str, given: Point | None, visit: Visit, scale: Scale | None) -> ChartShape | None:
    measure = measure_of(key)
    points = points_of(visit.history, measure, given)
    return line_shape(measure, points, scale, visit.today) if len(points) >= TWO_FOR_A_TREND else None


def _point(fact: Fact) -> Point | None:
    if not isinstance(fact, rules.Known) or not isinstance(fact.value, Decimal) or fact.on is None:
        return None
    return Point(fact.on, fact.value)
