"""Reading a typed telephone number. No Qt: what is accepted is tested by itself."""

from app.consultation.phone_numbers import AS_IN, is_phone_number
from app.views.fields.number_reading import NotKept, shown


def read_phone(typed: str, kept: str | None = None) -> str | None:
    """The number as it was typed, or None for an empty line.

    Raises NotKept with the reason in a sentence, which names the number that stays `kept`.
    """
    bare = typed.strip()
    if not bare:
        return None
    if is_phone_number(bare):
        return bare
    stays = f", and {kept} stays" if kept else ""
    raise NotKept(f"{shown(typed)} is not kept{stays}: write a phone number in digits, as in {AS_IN}.")
