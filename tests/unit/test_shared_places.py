"""Network shares and sync folders, told by names, mounts and variables."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from origin_trace.core import shared_places as shared

MOUNTS = r"""22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:40 / /mnt/nas rw,relatime shared:9 - cifs //nas/data rw
41 22 0:41 / /mnt/乡镇\040共享 rw - nfs4 nas:/x rw
42 40 8:2 / /mnt/nas/local rw - xfs /dev/sdb rw
43 22 0:43 / /home/u/.gvfs rw master:2 propagate_from:1 - fuse.sshfs u@h:/ rw
broken line
44 22 0:44 / /srv rw - nfs nas:/y rw
45 44 8:3 / /srv rw - ext4 /dev/sdc rw
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/u/a.gpkg", "ext4"),
        ("/mnt/nas/a.gpkg", "cifs"),
        ("/mnt/nasty/a.gpkg", "ext4"),
        ("/mnt/nas/local/a.gpkg", "xfs"),
        ("/mnt/乡镇 共享/泰和 县.gpkg", "nfs4"),
        ("/home/u/.gvfs/a.gpkg", "fuse.sshfs"),
        ("/srv/a.gpkg", "ext4"),
    ],
)
def test_the_innermost_mount_counts(path, kind):
    assert shared.mount_type(path, MOUNTS) == kind


@pytest.mark.parametrize(
    ("path", "program"),
    [
        (r"C:\Users\张三\OneDrive\a.gpkg", "OneDrive"),
        (r"C:\Users\张三\OneDrive - 泰和县农业农村局\a.gpkg", "OneDrive"),
        (r"D:\我的坚果云\产地\a.gpkg", "坚果云"),
        (r"D:\Nutstore Files\a.gpkg", "坚果云"),
        (r"D:\BaiduSyncdisk\a.gpkg", "百度网盘同步空间"),
        (r"C:\Users\张三\WPSDrive\123\WPS云盘\a.gpkg", "WPS云盘"),
        (r"D:\腾讯微云\a.gpkg", "腾讯微云"),
        (r"D:\阿里云盘\a.gpkg", "阿里云盘"),
        (r"C:\Users\张三\Dropbox (个人)\a.gpkg", "Dropbox"),
        (r"G:\My Drive\a.gpkg", "Google Drive"),
        (r"C:\Users\张三\iCloudDrive\a.gpkg", "iCloud"),
        (r"C:\Users\张三\Nextcloud\a.gpkg", "Nextcloud"),
        (r"C:\Users\张三\Documents\产地溯源\泰和县.gpkg", ""),
        (r"D:\百度网盘下载\a.gpkg", ""),
        (r"D:\dropbox备份说明\a.gpkg", ""),
        (r"D:\坚果\a.gpkg", ""),
    ],
)
def test_sync_folders_are_known_by_name(path, program):
    assert shared.sync_folder(PureWindowsPath(path).parent) == program


def test_onedrive_is_where_the_environment_says():
    environment = {"OneDriveCommercial": r"E:\工作", "OneDrive": ""}
    assert shared.sync_variable(PureWindowsPath(r"E:\工作\a.gpkg"), environment) == "OneDrive"
    assert shared.sync_variable(PureWindowsPath(r"E:\工作2\a.gpkg"), environment) == ""


@pytest.mark.parametrize(
    ("names", "program"),
    [
        (["a.gpkg", ".stfolder"], "Syncthing"),
        ([".sync_0a1b2c3d4e5f.db"], "Nextcloud"),
        (["._sync_0a1b2c.db-wal"], "Nextcloud"),
        ([".sync_notes.txt", "a"], ""),
        ([], ""),
    ],
)
def test_markers(names, program):
    assert shared.marked(names) == program


@pytest.mark.parametrize(
    ("path", "is_unc"),
    [
        (r"\\nas\农业\a.gpkg", True),
        ("//nas/data/a.gpkg", True),
        (r"\\?\UNC\nas\data\a.gpkg", True),
        (r"\\?\C:\a.gpkg", False),
        (r"\\.\pipe\x", False),
        (r"C:\a.gpkg", False),
        ("/home/a.gpkg", False),
        ("", False),
    ],
)
def test_names_of_other_computers(path, is_unc):
    assert shared.is_unc(path) is is_unc


@given(st.text(max_size=40), st.text(max_size=200))
def test_no_text_raises(path, mounts):
    shared.mount_type(path, mounts)
    shared.is_unc(path)
    shared.marked([path, mounts])
    for kind in (PurePosixPath, PureWindowsPath):
        shared.sync_folder(kind(path))
        shared.sync_variable(kind(path), {"OneDrive": mounts})
