"""Why a store cannot be opened or written: each says what is wrong, what is kept, and what to do."""

from typing import ClassVar


class StoreUnavailable(Exception):
    """The store cannot be used at the moment; the message is a plain sentence for the screen."""

    sentence: ClassVar[str] = "The record cannot be opened. Nothing was changed. Ask your team lead for help."

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence or self.sentence)


class StoreMissing(StoreUnavailable):
    """There is no record where one was expected."""

    sentence = (
        "The record file is not where it was. Nothing was changed. "
        "Put the newest backup back, or ask your team lead for help."
    )


class StoreExists(StoreUnavailable):
    """A new store was to be made where one is already."""

    sentence = (
        "There is a record in this place already. It was left as it is. "
        "Sign in to it, or choose another place for the new one."
    )


class WrongKey(StoreUnavailable):
    """The record file does not answer to the key: damaged at its start, or another store's."""

    sentence = (
        "The record file does not fit its keys: its beginning is damaged, or it belongs to another store. "
        "Nothing was changed, and the backups are kept. Put the newest backup back."
    )


class StoreDamaged(StoreUnavailable):
    """Part of the record file was altered or cut off."""

    sentence = (
        "Part of the record file is damaged, so nothing from it is shown. "
        "The file was left as it is and the backups are kept. Put the newest backup back."
    )


class KeysDamaged(StoreUnavailable):
    """Neither copy of the key slots can be read."""

    sentence = (
        "The file that holds the keys is damaged. The record itself was left as it is. "
        "Put the keys back from the newest backup."
    )


class StoreInUse(StoreUnavailable):
    """Another window of the app, or another user of this computer, has the store open."""

    sentence = (
        "One Conversation is already open on this record. Nothing was changed. "
        "Use the window that is open, or close it and try again."
    )


class StoreBusy(StoreUnavailable):
    """Something held the record file for longer than we wait."""

    sentence = (
        "The record file is held by another program, perhaps a backup or a virus scan. "
        "What was saved is kept; the last entry is not saved yet. It can be tried again in a moment."
    )


class DiskFull(StoreUnavailable):
    """There is no room left to save."""

    sentence = (
        "The disk is full. Everything saved before is kept; the last entry is not saved yet. "
        "Free some space on this computer, then try again."
    )


class StoreNotWritable(StoreUnavailable):
    """The folder or the file may only be read."""

    sentence = (
        "This computer does not let the app write to the record. Everything saved before is kept. "
        "Ask whoever looks after the computer to give the folder back its rights."
    )


class DiskFault(StoreUnavailable):
    """The disk did not do what it was asked."""

    sentence = (
        "The disk did not answer as it should. Everything saved before is kept; the last entry may not be. "
        "Close the app, check that the disk is connected, and open it again."
    )


class NewerFormat(StoreUnavailable):
    """The record was written by a newer version of the app."""

    sentence = (
        "This record was written by a newer version of One Conversation. Nothing was changed. "
        "Install the newer version on this computer to open it."
    )


class ChangeFailed(StoreUnavailable):
    """Bringing an older record up to this version did not work."""

    sentence = (
        "The record could not be brought up to this version of the app. It is as it was before, "
        "and a backup of it was kept. Go on using the older version and tell your team lead."
    )


class BackupFailed(StoreUnavailable):
    """A backup was made but did not prove whole, so it was thrown away."""

    sentence = (
        "A backup could not be made, or did not prove whole and was thrown away. "
        "The record and the earlier backups are kept. Check the free space, then try again."
    )


class AccountEnded(StoreUnavailable):
    """The slot opened, but the record says that the account was ended or never finished."""

    sentence = (
        "This account is not in use in this record. Nothing was changed. "
        "A colleague who can sign in can add it again."
    )


class SealedRecord(Exception):
    """Something signed, or written once for all, was about to be changed; the message says which."""
