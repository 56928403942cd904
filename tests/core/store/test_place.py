"""A database on a network share or in a folder that is synchronised is refused, with the reason."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from reception_assistant.errors import StoreError
from reception_assistant.store import place
from reception_assistant.store.opening import open_store

MOUNTS = """\
24 30 0:22 / /proc rw,nosuid shared:13 - proc proc rw
30 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw,errors=remount-ro
55 30 0:45 / /mnt/praktijk rw shared:30 - cifs //server/praktijk rw,vers=3.0
56 30 0:46 / /mnt/praktijk/schijf rw shared:31 - ext4 /dev/sdb1 rw
57 30 0:47 / /mnt/met\\040spatie rw shared:32 - nfs4 server:/export rw
58 30 0:48 / /run/user/1000/gvfs rw shared:33 - fuse.gvfsd-fuse gvfsd-fuse rw
59 30 0:49 / /over rw shared:34 - ext4 /dev/sdc1 rw
60 59 0:50 / /over rw shared:35 - nfs server:/over rw
a line that is not one
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/srv/balie", "ext4"),
        ("/mnt/praktijk", "cifs"),
        ("/mnt/praktijk/balie/data", "cifs"),
        ("/mnt/praktijk/schijf/balie", "ext4"),
        ("/mnt/praktijken", "ext4"),
        ("/mnt/met spatie/balie", "nfs4"),
        ("/run/user/1000/gvfs/x", "fuse.gvfsd-fuse"),
        ("/over/balie", "nfs"),
        ("/", "ext4"),
    ],
)
def test_the_file_system_of_a_folder_is_that_of_the_nearest_mount(folder: str, kind: str) -> None:
    assert place.file_system(Path(folder), MOUNTS) == kind


def test_without_knowledge_of_mounts_nothing_is_refused() -> None:
    assert place.file_system(Path("/srv/balie"), "") == ""


@pytest.mark.parametrize("folder", ["/mnt/praktijk/balie", "/mnt/met spatie/balie"])
def test_a_network_share_is_refused(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "_mounts", lambda: MOUNTS)
    with pytest.raises(StoreError, match="netwerkschijf") as told:
        place.refuse_unsafe(Path(folder))
    assert "--data" in told.value.advice


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox/praktijk", "Dropbox"),
        ("Dropbox (Praktijk)/balie", "Dropbox"),
        ("OneDrive/Documenten/balie", "OneDrive"),
        ("OneDrive - Tandartspraktijk De Linde/balie", "OneDrive"),
        ("Google Drive/Mijn Drive/balie", "Google Drive"),
        ("Mijn Drive/balie", "Google Drive"),
        ("Library/Mobile Documents/balie", "iCloud"),
        ("iCloudDrive/balie", "iCloud"),
        ("Nextcloud/balie", "Nextcloud"),
        ("SynologyDrive/balie", "Synology Drive"),
        ("STACKStorage/balie", "STACK"),
    ],
)
def test_a_folder_that_is_synchronised_is_refused_by_name(
    folder: str, service: str, tmp_path: Path
) -> None:
    path = tmp_path / folder / "balie.db"
    with pytest.raises(StoreError, match=f"bijgehouden door {service}"):
        open_store(path, datetime(2026, 11, 24, tzinfo=UTC))
    assert not path.parent.exists()


@pytest.mark.parametrize(
    ("marker", "service"),
    [(".dropbox.cache", "Dropbox"), (".stfolder", "Syncthing"), (".sync", "Resilio")],
)
def test_a_folder_that_is_synchronised_is_known_by_what_lies_in_it(
    marker: str, service: str, tmp_path: Path
) -> None:
    (tmp_path / "gedeeld" / marker).mkdir(parents=True)
    assert service in place.unsafe_reason(tmp_path / "gedeeld" / "balie")
    assert place.unsafe_reason(tmp_path / "elders") == ""


@pytest.mark.parametrize("folder", ["Dropboxen", "onedriver", "mijn praktijk", "balie"])
def test_a_name_that_only_looks_like_it_is_fine(folder: str, tmp_path: Path) -> None:
    assert place.unsafe_reason(tmp_path / folder) == ""


def test_a_link_to_a_share_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "server").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "server")
    mounts = f"1 1 0:1 / / rw - ext4 /dev/a rw\n2 1 0:2 / {tmp_path}/server rw - cifs //s rw\n"
    assert place.file_system(tmp_path / "link" / "balie", mounts) == "cifs"
