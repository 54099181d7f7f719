import uuid
from datetime import UTC, datetime, timedelta

import pytest

from app.consultation.keys import uuid7
from app.models.ids import new_id

NOW = datetime(2026, 11, 22, 10, 42, tzinfo=UTC)


def test_a_key_is_a_version_7_uuid_of_its_millisecond():
    key = uuid.UUID(uuid7(1_645_557_742_000, bytes.fromhex("0cc318c4dc0c0c07398f")))
    assert (key.version, key.variant) == (7, uuid.RFC_4122)
    assert key.int >> 80 == 1_645_557_742_000


def test_the_standard_s_own_example_comes_out():
    # RFC 9562, appendix A.6: rand_a = 0xCC3, rand_b = 0x18C4DC0C0C07398F
    bits = (0xCC3 << 64 | 0x18C4DC0C0C07398F).to_bytes(10, "big")
    assert uuid7(0x017F22E279B0, bits) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


def test_keys_made_later_sort_later():
    made = [new_id(NOW + timedelta(milliseconds=step)) for step in range(50)]
    assert made == sorted(made)
    assert len({new_id(NOW) for _ in range(2000)}) == 2000


def test_a_time_without_its_zone_makes_no_key():
    with pytest.raises(ValueError, match="zone"):
        new_id(NOW.replace(tzinfo=None))
    with pytest.raises(ValueError, match="ten random bytes"):
        uuid7(1, b"short")
