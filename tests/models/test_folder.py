import errno
import subprocess
import sys

import pytest

from app.models.folder import StoreClaim, StoreFolder, told_plainly, write_in_store, write_whole
from app.models.unavailable import DiskFault, DiskFull, StoreMissing, StoreNotWritable


def test_a_file_is_replaced_whole_and_for_its_owner_only(tmp_path):
    file = tmp_path / "keys.json"
    write_in_store(file, b"old")
    write_in_store(file, b"new\nlines\r\nkept")
    assert file.read_bytes() == b"new\nlines\r\nkept"
    assert file.stat().st_mode & 0o077 == 0
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.skipif(sys.platform == "win32", reason="limits on file size are a matter of POSIX")
def test_a_file_that_cannot_be_written_whole_leaves_the_old_one(tmp_path):
    file = tmp_path / "keys.json"
    write_in_store(file, b"old")
    write_too_much = (
        "import resource, signal, sys; from pathlib import Path;"
        "from app.models.folder import write_in_store;"
        "from app.models.unavailable import StoreUnavailable;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: write_in_store(Path(sys.argv[1]), b'x' * 5000)\n"
        "except StoreUnavailable as told: print(told)"
    )
    done = subprocess.run(
        [sys.executable, "-c", write_too_much, str(file)], capture_output=True, text=True, check=True
    )
    assert "saved before is kept" in done.stdout
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EACCES, StoreNotWritable),
        (errno.EROFS, StoreNotWritable),
        (errno.ENOENT, StoreMissing),
        (errno.EIO, DiskFault),
    ],
)
def test_what_the_system_says_becomes_a_sentence_without_a_file_name(code, told):
    plain = told_plainly(OSError(code, "reason", "/home/ann/store"))
    assert type(plain) is told
    assert "/home" not in str(plain)


def test_a_file_of_the_user_s_own_is_for_its_owner_only_and_a_fault_is_the_systems(tmp_path):
    write_whole(tmp_path / "plan.pdf", b"paper")
    assert (tmp_path / "plan.pdf").stat().st_mode & 0o077 == 0
    with pytest.raises(OSError, match="No such file"):
        write_whole(tmp_path / "nowhere" / "plan.pdf", b"paper")
    assert [file.name for file in tmp_path.iterdir()] == ["plan.pdf"]


def test_a_claim_on_a_folder_that_is_gone_is_said_plainly(tmp_path):
    with pytest.raises(StoreMissing):
        StoreClaim(StoreFolder(tmp_path / "gone"))
