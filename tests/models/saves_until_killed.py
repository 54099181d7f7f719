"""Run by test_crash: saves a draft again and again, and says so only once it is saved."""

import sys
from pathlib import Path

from app.models.audit import What
from app.models.folder import StoreFolder
from app.models.tables import SectionDocumentRow
from tests.prepared_store import NOW, opened


def main() -> None:
    store = opened(StoreFolder(Path(sys.argv[1])))
    number = int(sys.argv[3])
    while True:
        number += 1
        with store.transaction(store.event(What.FIELD_SAVED, NOW, subject_id=str(number))) as session:
            row = session.get_one(SectionDocumentRow, (sys.argv[2], "dialog"))
            row.body = f'{{"number": {number}, "notes": "{"n" * (number * 37 % 4000)}"}}'
        print(number, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
