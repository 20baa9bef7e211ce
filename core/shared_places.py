"""Where a file lies that other computers see too: sync folders and network file systems.

Only texts are looked at here: names of folders, the system's list of mounts, variables
of the environment. ``layers/locations.py`` reads them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePath

# Types of network file systems as Linux names them.
NETWORK_TYPES = {
    *("cifs", "smb3", "smbfs", "nfs", "nfs4", "afs", "ncpfs", "9p", "davfs", "ceph", "lustre"),
    *("glusterfs", "beegfs", "vboxsf", "prl_fs", "vmhgfs", "virtiofs", "fuse.sshfs"),
    *("fuse.vmhgfs-fuse", "fuse.davfs2", "fuse.davfs", "fuse.rclone", "fuse.gvfsd-fuse"),
    *("fuse.smbnetfs", "fuse.glusterfs", "fuse.ceph", "fuse.s3fs", "fuse.onedriver"),
    "fuse.google-drive-ocamlfuse",
}
# Names of folders that a program keeps the same on several computers, without blanks.
_SYNC_FOLDERS = (
    (re.compile(r"^onedrive([-（(].*|-.*)?$"), "OneDrive"),
    (re.compile(r"^(我的)?坚果云|^nutstore"), "坚果云"),
    (
        re.compile(r"^(baidusyncdisk|baidunetdiskworkspace|百度(网盘)?同步(空间|盘))"),
        "百度网盘同步空间",
    ),
    (re.compile(r"^(wpsdrive|wps云盘|wps网盘|wpscloud)"), "WPS云盘"),
    (re.compile(r"^(腾讯微云|微云同步|weiyun)"), "腾讯微云"),
    (re.compile(r"^(阿里云盘|alipan|aliyundrive|adrive)"), "阿里云盘"),
    (re.compile(r"^(天翼云盘|ecloud|139云|和彩云|中国移动云盘)"), "云盘"),
    (re.compile(r"^dropbox(\(.*\))?$"), "Dropbox"),
    (re.compile(r"^(googledrive|mydrive|我的云端硬盘|drivefs)$"), "Google Drive"),
    (re.compile(r"^(iclouddrive|com~apple~clouddocs|mobiledocuments)$"), "iCloud"),
    (re.compile(r"^(nextcloud|owncloud|synologydrive|seafile|pcloud(drive)?|mega(sync)?)$"), ""),
)
# Files and folders that such programs leave at the top of what they keep the same.
MARKERS = {
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".nutstore": "坚果云",
    ".sync_journal.db": "Nextcloud",
    ".SynologyWorkingDirectory": "Synology Drive",
    ".seafile-data": "Seafile",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".baidusyncdisk": "百度网盘同步空间",
    ".tmp.drivedownload": "Google Drive",
}
MARKER_PATTERNS = ((re.compile(r"^\._?sync_[0-9a-f]*\.db"), "Nextcloud"),)
# Variables in which OneDrive says where its folders are.
_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")


def sync_folder(path: PurePath) -> str:
    """Return the program whose folder lies on the way to a path, by its name; "" for none."""
    for part in path.parts:
        name = re.sub(r"\s", "", part).casefold()
        for pattern, program in _SYNC_FOLDERS:
            if pattern.match(name):
                return program or part
    return ""


def sync_variable(path: PurePath, environment: Mapping[str, str]) -> str:
    """Return "OneDrive" for a path in a folder that the environment calls so."""
    for variable in _VARIABLES:
        top = environment.get(variable, "").strip()
        if top and _lies_in(path, type(path)(top)):
            return "OneDrive"
    return ""


def marked(names: Iterable[str]) -> str:
    """Return the program whose marker is among the names in one folder; "" for none."""
    for name in names:
        if name in MARKERS:
            return MARKERS[name]
        for pattern, program in MARKER_PATTERNS:
            if pattern.match(name):
                return program
    return ""


def mount_type(path: str, mountinfo: str) -> str:
    """Return the type of the file system of a path, from Linux's /proc/self/mountinfo."""
    best, found = -1, ""
    for line in mountinfo.splitlines():
        before, dash, after = line.partition(" - ")
        fields = before.split(" ")
        if not dash or len(fields) < 5 or not after.split():
            continue
        point = re.sub(r"\\([0-7]{3})", lambda m: chr(int(m.group(1), 8)), fields[4])
        inside = point == "/" or path == point or path.startswith(point.rstrip("/") + "/")
        # Of two mounts in one place, the later one is seen.
        if inside and len(point) >= best:
            best, found = len(point), after.split()[0]
    return found


def is_unc(path: str) -> bool:
    """Tell whether a path names another computer: \\\\server\\share, also in its long form."""
    text = path.replace("/", "\\")
    if text[:8].upper() == "\\\\?\\UNC\\":
        return True
    return text.startswith("\\\\") and not text.startswith(("\\\\?\\", "\\\\.\\"))


def _lies_in(path: PurePath, top: PurePath) -> bool:
    try:
        path.relative_to(top)
    except ValueError:
        return False
    return True
