"""Any record of any section, made from the types it is declared with: a new section needs no line here."""

import types
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import msgspec
from hypothesis import strategies as st

from app.consultation.answers import How, Known
from app.consultation.dialog.record import ITEMS
from app.consultation.medicine import Form, Medicine
from app.consultation.medicines.catalogue import catalogue
from app.consultation.medicines.record import EFFECT_BY_KEY, Bother, Presence, SideEffect
from app.consultation.physical_checks.record import BloodPressure
from app.consultation.questions import Question, Record

TODAY = date(2026, 11, 22)
_DAYS = st.dates(date(1990, 1, 1), TODAY)
_WORDS = st.text(st.characters(codec="utf-8"), max_size=20)
_FIGURES = st.decimals(0, 500, allow_nan=False, allow_infinity=False, places=2)
_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: _WORDS,
    bool: st.booleans(),
    date: _DAYS,
    Decimal: _FIGURES,
    int: st.integers(-9, 9999),
    types.NoneType: st.none(),
    BloodPressure: st.builds(
        lambda low, more: BloodPressure(low + more, low), st.integers(20, 150), st.integers(30, 150)
    ),
    SideEffect: st.builds(
        SideEffect,
        key=st.sampled_from(sorted(EFFECT_BY_KEY)),
        presence=st.sampled_from(Presence),
        bother=st.none() | st.sampled_from(Bother),
    ),
    Medicine: st.builds(
        Medicine,
        id=st.uuids().map(str),
        name=_WORDS,
        ingredient=st.just("") | st.sampled_from([entry.ingredient for entry in catalogue().entries]),
        form=st.none() | st.sampled_from(Form),
        dose=_WORDS,
        started=st.none() | _DAYS,
        how=st.sampled_from(How),
        still_taken=st.booleans(),
    ),
}
_BY_NAME = {"chosen": st.lists(st.sampled_from([i.key for i in ITEMS]), max_size=3, unique=True).map(tuple)}


@cache  # made anew at each draw, it costs more than all that is drawn from it
def records_of(record_type: type[Record]) -> st.SearchStrategy[Any]:
    """Any record of one section, each field left alone or answered within its limits."""
    return _of_struct(record_type)


def _of_struct(kind: type[msgspec.Struct]) -> st.SearchStrategy[Any]:
    hints = get_type_hints(kind, include_extras=True)
    fields = {}
    for field in msgspec.structs.fields(kind):
        named = field.name in _BY_NAME
        fields[field.encode_name] = _BY_NAME[field.name] if named else _of(hints[field.name])
    required = {f.encode_name for f in msgspec.structs.fields(kind) if f.required}
    optional = {name: strategy for name, strategy in fields.items() if name not in required}
    given = st.fixed_dictionaries({name: fields[name] for name in required}, optional=optional)
    return given.map(lambda said: kind(**said))


def _of(hint: Any, within: st.SearchStrategy[Any] | None = None) -> st.SearchStrategy[Any]:
    if hint in _PLAIN:
        return within if within is not None and hint is Decimal else _PLAIN[hint]
    if get_origin(hint) is Annotated:
        return _annotated(hint, within)
    if get_origin(hint) in (Union, types.UnionType):
        return st.one_of([_of(part, within) for part in get_args(hint)])
    if get_origin(hint) is Known:
        return st.builds(
            Known,
            value=_of(get_args(hint)[0], within),
            how=st.sampled_from(How),
            taken_on=_DAYS,
            by=_WORDS,
            source=_WORDS,
        )
    if get_origin(hint) is tuple:
        return st.lists(_of(get_args(hint)[0]), max_size=4).map(tuple)
    if get_origin(hint) is dict:
        key, value = get_args(hint)
        return st.dictionaries(_of(key), _of(value), max_size=4)
    if issubclass(hint, Enum):
        return st.sampled_from(hint)
    return _of_struct(hint)


def _annotated(hint: Any, within: st.SearchStrategy[Any] | None) -> st.SearchStrategy[Any]:
    kind, *notes = get_args(hint)
    for note in notes:
        if isinstance(note, Question) and note.limits is not None:
            limits = note.limits
            within = st.decimals(limits.low, limits.high, places=note.places, allow_nan=False)
        if isinstance(note, msgspec.Meta) and note.ge is not None:
            return st.integers(int(note.ge), int(note.le or 0))
        if isinstance(note, msgspec.Meta) and note.max_length is not None:
            least, most = note.min_length or 0, note.max_length
            return st.lists(_of(get_args(kind)[0]), min_size=least, max_size=most).map(tuple)
    return _of(kind, within)
