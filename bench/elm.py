"""Our conditions as the syntax tree that cql-execution runs (ELM), as JSON."""

from datetime import date
from itertools import combinations
from typing import Any

from app.rules.conditions import (
    All,
    AnyOf,
    AtLeast,
    Between,
    Compare,
    Condition,
    Is,
    IsKnown,
    Line,
    Not,
    Sign,
    Tagged,
    Takes,
)
from bench.translated import column

TYPES = "{urn:hl7-org:elm-types:r1}"
SIGNS = {
    Sign.LESS: "Less",
    Sign.AT_MOST: "LessOrEqual",
    Sign.MORE: "Greater",
    Sign.AT_LEAST: "GreaterOrEqual",
    Sign.EQUAL: "Equal",
}
Node = dict[str, Any]


def library_of(expressions: dict[str, Condition], columns: list[str], on: date) -> Node:
    """A whole library: a parameter for each column, a definition for each condition."""
    return {
        "library": {
            "identifier": {"id": "Rules", "version": "1"},
            "schemaIdentifier": {"id": "urn:hl7-org:elm", "version": "r1"},
            "usings": {"def": [{"localIdentifier": "System", "uri": "urn:hl7-org:elm-types:r1"}]},
            "parameters": {"def": [{"name": name, "accessLevel": "Public"} for name in columns]},
            "statements": {
                "def": [
                    {
                        "name": name,
                        "context": "Unfiltered",
                        "accessLevel": "Public",
                        "expression": node(each, on),
                    }
                    for name, each in expressions.items()
                ]
            },
        }
    }


def node(condition: Condition, on: date) -> Node:
    """One condition."""
    match condition:
        case Not(part):
            return {"type": "Not", "operand": node(part, on)}
        case All(parts):
            return _folded("And", parts, on, nothing="true")
        case AnyOf(parts):
            return _folded("Or", parts, on, nothing="false")
        case AtLeast(count, parts):
            return _folded("Or", [All(some) for some in combinations(parts, count)], on, nothing="false")
        case line:
            return _line(line, on)


def _folded(kind: str, parts: Any, on: date, nothing: str) -> Node:
    nodes = [node(part, on) for part in parts]
    if not nodes:
        return _literal("Boolean", nothing)
    found = nodes[0]
    for each in nodes[1:]:
        found = {"type": kind, "operand": [found, each]}
    return found


def _line(line: Line, on: date) -> Node:
    ref = {"type": "ParameterRef", "name": column(line)}
    match line:
        case IsKnown():
            return {"type": "Not", "operand": {"type": "IsNull", "operand": ref}}
        case Compare():
            return _compared(SIGNS[line.sign], ref, line.amount)
        case Between():
            low, high = _compared("GreaterOrEqual", ref, line.low), _compared("LessOrEqual", ref, line.high)
            return {"type": "And", "operand": [low, high]}
        case Is(wanted=bool()):
            return {"type": "Equal", "operand": [ref, _literal("Boolean", str(line.wanted).lower())]}
        case Is():
            return {"type": "Equal", "operand": [ref, _literal("String", line.wanted)]}
        case Takes():
            return {"type": "Equal", "operand": [ref, _literal("Boolean", "true")]}
        case Tagged():
            return _compared("GreaterOrEqual", ref, line.count)
    return _compared("LessOrEqual", ref, (on - line.span.before(on)).days)


def _compared(kind: str, ref: Node, amount: Any) -> Node:
    return {"type": kind, "operand": [ref, _literal("Decimal", str(float(amount)))]}


def _literal(kind: str, value: Any) -> Node:
    return {"type": "Literal", "valueType": f"{TYPES}{kind}", "value": value}
