"""Where a database must not lie: on a network share or in a folder that is being synchronised.

WAL needs shared memory, which a network file system does not give; a sync program copies half
written files and puts old ones back.
"""

import os
import sys
from pathlib import Path

from reception_assistant.errors import StoreError
from reception_assistant.i18n import _

_NETWORK_FILE_SYSTEMS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "davfs", "ceph", "glusterfs", "lustre"}
    | {"fuse.sshfs", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.rclone"}
)
_SYNC_FOLDERS = (
    ("dropbox", "Dropbox"),
    ("onedrive", "OneDrive"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("mijn drive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("mobile documents", "iCloud"),
    ("iclouddrive", "iCloud"),
    ("icloud drive", "iCloud"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("synologydrive", "Synology Drive"),
    ("pclouddrive", "pCloud"),
    ("stackstorage", "STACK"),
)
_SYNC_MARKERS = ((".dropbox.cache", "Dropbox"), (".stfolder", "Syncthing"), (".sync", "Resilio"))
_DRIVE_REMOTE = 4  # GetDriveTypeW
_MOUNT_POINT = 4  # the fifth field of a line of /proc/self/mountinfo


def refuse_unsafe(folder: Path) -> None:
    """Raise `StoreError` when a database in `folder` could be lost."""
    if unsafe := unsafe_reason(folder):
        raise StoreError(
            unsafe,
            _(
                "Er is niets veranderd. Kies met --data een map op de schijf van deze computer "
                "zelf; een kopie bewaren mag wel op de andere plaats."
            ),
        )


def unsafe_reason(folder: Path) -> str:
    """Return why a database in `folder` is not safe, in Dutch; empty when it is."""
    whole = folder.absolute()
    if _is_network(whole):
        return _("De map met gegevens staat op een netwerkschijf. Daar kan een database stukgaan.")
    if service := _sync_service(whole):
        return _(
            "De map met gegevens wordt bijgehouden door {service}. Daar kan een database stukgaan."
        ).format(service=service)
    return ""


def _sync_service(folder: Path) -> str:
    for part in folder.parts:
        name = part.casefold()
        for start, service in _SYNC_FOLDERS:
            if name == start or name.startswith((f"{start} ", f"{start}-", f"{start} -")):
                return service
    for parent in (folder, *folder.parents):
        for marker, service in _SYNC_MARKERS:
            if _is_there(parent / marker):
                return service
    return ""


def _is_there(marker: Path) -> bool:
    try:
        return marker.exists()
    except OSError:  # a folder that this user may not look into
        return False


def _is_network(folder: Path) -> bool:
    if sys.platform == "win32":
        return _is_network_drive(folder)
    return file_system(folder, _mounts()) in _NETWORK_FILE_SYSTEMS


def _is_network_drive(folder: Path) -> bool:
    if str(folder).startswith("\\\\"):
        return True
    import ctypes  # late: start  # noqa: PLC0415

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  only there on Windows
    return bool(kernel.GetDriveTypeW(folder.anchor) == _DRIVE_REMOTE)


def _mounts() -> str:
    try:
        return Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def file_system(folder: Path, mounts: str) -> str:
    """Return the kind of file system that holds `folder`, from the text of Linux's mountinfo."""
    found, longest = "", -1
    place = os.path.realpath(folder)
    for line in mounts.splitlines():
        before, _dash, after = line.partition(" - ")
        fields, kind = before.split(), after.split(" ", 1)[0]
        if len(fields) <= _MOUNT_POINT:
            continue
        point = fields[_MOUNT_POINT].replace("\\040", " ")
        inside = place == point or place.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= longest:
            found, longest = kind, len(point)
    return found
