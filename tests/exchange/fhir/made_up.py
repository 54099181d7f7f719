"""Bundles put together in a test, about nobody."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from app.exchange.fhir import BundleReading, read_bundle

Resource = dict[str, Any]

TODAY = date(2026, 11, 22)
LOINC = "http://loinc.org"
SNOMED = "http://snomed.info/sct"
UCUM = "http://unitsofmeasure.org"
WEIGHT, HBA1C, PULSE = "29463-7", "4548-4", "8867-4"


def patient(**more: Any) -> Resource:
    born = {"birthDate": "1980-02-23", "name": [{"family": "Example", "given": ["Alex"]}]}
    return {"resourceType": "Patient", "id": "p1", **born, **more}


def observation(code: str, value: Any, unit: str = "kg", system: str = LOINC, /, **more: Any) -> Resource:
    quantity = {"value": value, "unit": unit, "code": unit, "system": UCUM}
    return {
        "resourceType": "Observation",
        "status": "final",
        "code": {"coding": [{"system": system, "code": code}]},
        "subject": {"reference": "Patient/p1"},
        "effectiveDateTime": "2026-03-04T09:30:00+00:00",
        "valueQuantity": quantity,
        **more,
    }


def weight(value: Any, **more: Any) -> Resource:
    return observation(WEIGHT, value, **more)


def coded(kind: str, code: str, system: str = SNOMED, text: str = "", **more: Any) -> Resource:
    concept: Resource = {"coding": [{"system": system, "code": code}], "text": text or code}
    return {"resourceType": kind, "code": concept, "subject": {"reference": "Patient/p1"}, **more}


def bundle(*resources: Resource, kind: str = "collection", **more: Any) -> bytes:
    entries = [{"resource": resource} for resource in resources]
    return json.dumps({"resourceType": "Bundle", "type": kind, "entry": entries, **more}).encode()


def read(*resources: Resource, **more: Any) -> BundleReading:
    return read_bundle(bundle(patient(), *resources, **more), TODAY)


def only_value(reading: BundleReading, series: str) -> str:
    (found,) = [row.value for row in reading.readings if row.series == series]
    return found


def left_out(reading: BundleReading) -> Mapping[str, int]:
    return {row.reason: row.count for row in reading.left_out}
