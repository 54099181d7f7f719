"""Keys that sort by the time they were made (UUIDv7, RFC 9562)."""

RANDOM_BYTES = 10


def uuid7(now_ms: int, random: bytes) -> str:
    """Write a UUIDv7 from milliseconds since 1970 (UTC) and ten random bytes."""
    if not 0 <= now_ms < 1 << 48 or len(random) != RANDOM_BYTES:
        raise ValueError("a key needs 48 bits of milliseconds and ten random bytes")
    bits = now_ms << 80 | int.from_bytes(random, "big")
    bits = bits & ~(0xF << 76) | 0x7 << 76
    bits = bits & ~(0x3 << 62) | 0x2 << 62
    text = f"{bits:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
