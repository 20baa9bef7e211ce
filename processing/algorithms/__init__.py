"""One algorithm per file; their ids and parameters are a contract (DESIGN 6)."""

from .accept_warning import AcceptWarning
from .backup_store import BackupStore
from .blank_sheet import BlankSheet
from .create_postgis_store import CreatePostgisStore
from .create_store import CreateStore
from .distribution_atlas import DistributionAtlas
from .distribution_map import DistributionMap
from .early_warning import EarlyWarningList
from .export_contacts import ExportContacts
from .export_sheet import ExportSheet
from .field_package import FieldPackage
from .files_in_folder import FilesInFolder
from .freshness import Freshness
from .history import History
from .import_contacts import ImportContacts
from .import_inspections import ImportInspections
from .import_sheet import ImportSheet
from .merge_stores import MergeStores
from .monitoring import MonitoringTables
from .overdue_returns import OverdueReturns
from .query_points import QueryPoints
from .random_sample import RandomSample
from .restore_version import RestoreVersion
from .review import Review
from .roll_forward import RollForward
from .scope import Scope
from .statistics import StatisticsTables
from .undo_import import UndoImport
from .validate import Validate
from .verify_draw import VerifyDraw
from .wall_map import WallMap

ALGORITHMS = (
    CreateStore,
    CreatePostgisStore,
    BlankSheet,
    ImportSheet,
    UndoImport,
    Validate,
    AcceptWarning,
    Freshness,
    RollForward,
    Scope,
    Review,
    OverdueReturns,
    MonitoringTables,
    History,
    RestoreVersion,
    QueryPoints,
    DistributionMap,
    DistributionAtlas,
    WallMap,
    StatisticsTables,
    RandomSample,
    VerifyDraw,
    EarlyWarningList,
    ExportSheet,
    ImportContacts,
    ExportContacts,
    ImportInspections,
    BackupStore,
    FieldPackage,
    MergeStores,
    FilesInFolder,
)
