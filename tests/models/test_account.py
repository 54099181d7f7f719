import pytest

from app.models.account import (
    NewAccount,
    Role,
    what_is_wrong_with_account,
    what_is_wrong_with_passphrase,
    what_is_wrong_with_pin,
)


@pytest.mark.parametrize(
    "good",
    [
        "orbit kettle maple sand",
        "my ox is up",
        "vg7Tq9-mZx2Rk",
        "Żółta łódź płynie",
        "739182640517",
        "blue kettle 1985 orbit",
    ],
)
def test_a_long_passphrase_that_is_not_obvious_is_taken(good):
    assert what_is_wrong_with_passphrase(good, "Ann Okafor") is None


@pytest.mark.parametrize(
    ("bad", "because"),
    [
        ("", "12 characters"),
        ("short word", "12 characters"),
        ("elevenchars", "12 characters"),
        ("a b c d", "12 characters"),
        ("aaaaaaaaaaaaaa", "repeats"),
        ("blueblueblueblue", "repeats"),
        ("abababababababab", "repeats"),
        ("abcdefghijklmn", "keyboard"),
        ("qwertyuiop1234", "keyboard"),
        ("0987654321098", "keyboard"),
        ("1qaz2wsx3edc", "keyboard"),
        ("Password12345!", "tried first"),
        ("P@ssw0rd2026!!", "tried first"),
        ("Welcome2026!!!", "tried first"),
        ("correct horse battery staple", "tried first"),
        ("AnnOkafor1985", "tried first"),
        ("Liverpool2026!", "tried first"),
        ("x" * 100 + "abcdefg" * 30, "256"),
    ],
)
def test_a_passphrase_that_is_guessed_first_is_refused_in_words(bad, because):
    wrong = what_is_wrong_with_passphrase(bad, "Ann Okafor")
    assert wrong is not None
    assert because in wrong


@pytest.mark.parametrize("good", ["2580", "1357", "90210", "112233", "7391"])
def test_an_ordinary_pin_is_taken(good):
    assert what_is_wrong_with_pin(good) is None


@pytest.mark.parametrize(
    "bad", ["", "123", "1234567", "1111", "000000", "1234", "4321", "7890", "12a4", "12 4", "١٢٤٥"]
)
def test_a_pin_that_is_all_the_same_or_a_run_is_refused(bad):
    assert what_is_wrong_with_pin(bad) is not None


def test_an_account_needs_a_name_and_shows_no_secret():
    account = NewAccount("  ", Role.NURSE, "orbit kettle maple sand", "2580")
    assert "name" in str(what_is_wrong_with_account(account))
    assert "orbit" not in repr(account)
    assert "2580" not in repr(account)


def test_a_role_is_named_in_the_clinic_s_words():
    assert [role.label for role in Role] == ["health care assistant", "nurse", "prescriber", "team lead"]
