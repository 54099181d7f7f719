import json
import subprocess
import sys
from pathlib import Path

import pytest

from app.models.doorplate import staff_names
from app.models.keyring import Keyring
from app.models.staff import add_account
from app.models.unavailable import KeysDamaged, NewerFormat
from tests.models.test_staff import HCA
from tests.prepared_store import NOW


def from_keyring(folder):
    return tuple((slot.id, slot.label) for slot in Keyring(folder).slots())


def rewrite(file, change):
    told = json.loads(file.read_bytes())
    change(told)
    file.write_text(json.dumps(told), encoding="utf-8")


def test_the_names_on_the_door_are_those_of_the_keyring_in_its_order(store, store_folder):
    add_account(store, HCA, NOW)
    assert len(staff_names(store_folder)) == 2
    assert staff_names(store_folder) == from_keyring(store_folder)


@pytest.mark.parametrize(
    "change",
    [
        lambda file: file.pop("slots"),
        lambda file: file.update(slots=[]),
        lambda file: file.update(version=True),
        lambda file: file.update(unknown=1),
        lambda file: file["slots"][0].pop("salt"),
        lambda file: file["slots"][0].update(label=None),
        lambda file: file["slots"][0].update(kind="visitor"),
        lambda file: file["slots"][0].update(unknown=1),
    ],
)
def test_a_file_of_another_shape_is_not_believed_and_the_second_copy_is_read(store_folder, change):
    names = staff_names(store_folder)
    rewrite(store_folder.keys_file, change)
    assert staff_names(store_folder) == names == from_keyring(store_folder)
    rewrite(store_folder.keys_second_copy, change)
    with pytest.raises(KeysDamaged):
        staff_names(store_folder)


def test_a_file_that_is_no_json_is_left_to_the_keyring(store_folder):
    names = staff_names(store_folder)
    store_folder.keys_file.write_bytes(b"\xff\x00")
    assert staff_names(store_folder) == names
    store_folder.keys_file.unlink()
    assert staff_names(store_folder) == names


def test_a_newer_file_is_said_to_be_newer(store_folder):
    rewrite(store_folder.keys_file, lambda file: file.update(version=99))
    with pytest.raises(NewerFormat):
        staff_names(store_folder)


def test_names_are_read_without_the_codec_the_ciphers_or_the_store(store_folder):
    code = (
        "import sys; from pathlib import Path; from app.models.folder import StoreFolder;"
        "from app.services.sign_in import SignIn;"
        "names = SignIn(StoreFolder(Path(sys.argv[1]))).choices();"
        "heavy = {'msgspec', 'sqlalchemy', 'sqlcipher3', 'argon2', 'cryptography', 'PySide6'};"
        "print(len(names), sorted(heavy & {name.split('.')[0] for name in sys.modules}))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code, str(store_folder.path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert run.stdout.strip() == "1 []"
