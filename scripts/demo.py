#!/usr/bin/env python3
"""Do the main job on example sheets with qgis_process; results in build/demo.

Run by ``make demo``. The checkout is used as a plugin of a private QGIS
profile; the user's own QGIS is not touched.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHEETS = ROOT / "tests" / "data" / "sheets"
OUT = ROOT / "build" / "demo"
PROFILE = ROOT / "build" / "demo-profile"
PLUGINS = PROFILE / "plugins"
PERIOD = "2023-06"  # of animals and fish; crops have that of their market dates
COUNTY, NAME, OFFICE = "360826", "泰和县", "泰和县农业农村局"


def prepare() -> None:
    """Make an empty output folder and a Chinese profile that knows the plugin."""
    for folder in (OUT, PROFILE):
        shutil.rmtree(folder, ignore_errors=True)
    OUT.mkdir(parents=True)
    PLUGINS.mkdir(parents=True)
    (PLUGINS / "origin_trace").symlink_to(ROOT, target_is_directory=True)
    os.environ.update(
        QGIS_PLUGINPATH=str(PLUGINS),
        QGIS_CUSTOM_CONFIG_PATH=str(PROFILE),
        QT_QPA_PLATFORM="offscreen",
        XDG_RUNTIME_DIR=str(PROFILE),
    )
    PROFILE.chmod(0o700)
    from qgis.PyQt.QtCore import QSettings

    settings = QSettings(
        str(PROFILE / "profiles" / "default" / "QGIS" / "QGIS3.ini"), QSettings.Format.IniFormat
    )
    settings.setValue("locale/overrideFlag", True)
    settings.setValue("locale/userLocale", "zh_CN")
    settings.setValue("PythonPlugins/origin_trace", True)
    settings.setValue("origin_trace/operator", "演示")
    settings.setValue("origin_trace/unit", OFFICE)
    settings.sync()


def announce(title: str) -> None:
    """Print the headline of a step."""
    print(f"\n== {title}", flush=True)


def run(title: str, algorithm: str, **parameters: object) -> dict:
    """Run one algorithm in qgis_process, show what it says, return its results."""
    command = ["qgis_process", "run", f"origintrace:{algorithm}"]
    for key, value in parameters.items():
        for item in value if isinstance(value, list) else [value]:
            command.append(f"--{key}={item}")
    announce(title)
    print("$ " + " ".join(short(part) for part in command), flush=True)
    start = time.monotonic()
    done = subprocess.run([*command, "--json"], capture_output=True, text=True)
    try:
        answer = json.loads(done.stdout[done.stdout.index("{") :])
    except ValueError:
        answer = {}
    log = answer.get("log", {})
    for kind in ("error", "warning"):
        lines = log.get(kind, [])
        for line in lines[:4]:
            print(f"   ! {line}")
        if len(lines) > 4:
            print(f"   ! …（另有 {len(lines) - 4} 条）")
    for line in log.get("info", [])[-4:]:
        print(f"   {line}")
    results = answer.get("results", {})
    counts = [f"{key}={value}" for key, value in results.items() if isinstance(value, int)]
    print(f"   {' '.join(counts)}  ({time.monotonic() - start:.1f} s)".rstrip(), flush=True)
    if done.returncode or "results" not in answer:
        sys.exit(f"{algorithm} failed:\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")
    return results


def short(text: object) -> str:
    """Return a path as seen from the checkout."""
    return str(text).replace(f"{ROOT}/", "")


def start_qgis():
    """Start QGIS in this process, with the settings of the demo's profile."""
    from qgis.core import QgsApplication
    from qgis.PyQt.QtCore import QCoreApplication, QSettings

    QCoreApplication.setOrganizationName("QGIS")
    QCoreApplication.setApplicationName("QGIS3")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(
        QSettings.Format.IniFormat,
        QSettings.Scope.UserScope,
        str(PROFILE / "profiles" / "default"),
    )
    application = QgsApplication([], False)
    application.initQgis()
    return application


def check_project(path: Path) -> None:
    """Open the project and look whether all its layers are there."""
    from qgis.core import QgsProject

    project = QgsProject()
    layers = project.read(str(path)) and list(project.mapLayers().values())
    if not layers or not all(layer.isValid() for layer in layers):
        sys.exit(f"{path} does not open with all its layers")


def correct(sheet: Path, corrected: Path) -> None:
    """Do what the office does after a few calls: type in the phones that are missing."""
    import openpyxl
    from openpyxl.utils import column_index_from_string

    book = openpyxl.load_workbook(sheet)
    page = book.active
    number = 0
    for row in page.iter_rows(min_row=4):
        for letter in ("N", "W", "Y"):
            cell = row[column_index_from_string(letter) - 1]
            if cell.value is None and row[1].value is not None:
                number += 1
                cell.value = f"139{number:08d}"
    book.save(corrected)


def confirm(points: str) -> None:
    """Note for every record that its point was visited, as in the attribute table."""
    from osgeo import ogr

    ogr.UseExceptions()
    announce("实地核对：填写核对日期和方式（同属性表中的操作）")
    store = ogr.Open(points.partition("|")[0], 1)
    layer = store.GetLayerByName("collection_point")
    numbers = [row.GetFID() for row in layer]
    store.StartTransaction()
    for fid in numbers:
        record = layer.GetFeature(fid)
        record.SetField("confirmed_on", "2023-06-15")
        record.SetField("confirmed_how", "实地走访")
        layer.SetFeature(record)
    store.CommitTransaction()
    print(f"   {len(numbers)} 条")


def review(points: str) -> None:
    """Submit what is complete and approve it."""
    run("采集员提交", "review", INPUT=points, DECISION="submit", OPERATOR="李采集")
    run(
        "县级审核通过（有错误的不通过）",
        "review",
        INPUT=points,
        DECISION="approve",
        OPERATOR="王审核",
    )


def list_inspectors(points: str) -> None:
    """Enter two inspectors into the list of people."""
    from osgeo import ogr

    ogr.UseExceptions()
    announce("登记两名检查人员（同人员表中的操作）")
    store = ogr.Open(points.partition("|")[0], 1)
    layer = store.GetLayerByName("person")
    for number, name in enumerate(("张检查", "刘检查")):
        person = ogr.Feature(layer.GetLayerDefn())
        for column, value in (("id", f"demo-{number}"), ("name", name), ("role", "inspector")):
            person.SetField(column, value)
        person.SetField("active", 1)
        layer.CreateFeature(person)


def product_maps(points: str) -> None:
    """Print one A3 map of every product that occurs, all in one QGIS."""
    from osgeo import ogr
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    announce("每个品种一张图 (A3)")
    start = time.monotonic()
    ogr.UseExceptions()
    file, layer = points.split("|layername=")
    dataset = ogr.Open(file)
    answer = dataset.ExecuteSQL(
        f"SELECT product, count(*) AS n FROM {layer} WHERE product IS NOT NULL "
        "AND geom IS NOT NULL GROUP BY product ORDER BY n DESC"
    )
    products = [(row.GetField(0), row.GetField(1)) for row in answer]
    del answer, dataset
    if not products:
        sys.exit("no record has a product and a point")

    application = start_qgis()
    sys.path.insert(0, str(PLUGINS))
    import origin_trace

    plugin = origin_trace.classFactory(None)
    plugin.initProcessing()
    feedback, context = QgsProcessingFeedback(False), QgsProcessingContext()
    for product, count in products:
        for ending in ("pdf", "png"):
            algorithm = application.processingRegistry().createAlgorithmById(
                "origintrace:distributionmap"
            )
            parameters = {
                "INPUT": points,
                "PRODUCTS": product,
                "PAPER": "A3",
                "OUTPUT": str(OUT / "一张图" / f"{NAME}_{product}.{ending}"),
            }
            ok, message = algorithm.checkParameterValues(parameters, context)
            if ok:
                _results, ok = algorithm.run(parameters, context, feedback)
            if not ok:
                sys.exit(f"map of {product}: {message}\n{feedback.textLog()[-3000:]}")
        print(f"   {product} {count}", flush=True)
    plugin.unload()
    check_project(OUT / f"{NAME}.qgz")
    print(f"   ({time.monotonic() - start:.1f} s)")


def main() -> None:
    """Do the job and list what it made."""
    begin = time.monotonic()
    prepare()
    store = OUT / f"{NAME}.gpkg"
    points = f"{store}|layername=collection_point"
    (OUT / "一张图").mkdir()

    run("新建数据库", "createstore", REGION=COUNTY, OUTPUT=store)
    run("空白采集表", "blanksheet", REGION=COUNTY, OUTPUT=OUT / "采集表_空白.xlsx")
    sheet = SHEETS / "taihe_official.xlsx"
    marked = OUT / "采集表_已标注.xlsx"
    run("试导入（不写入）", "importsheet", INPUT=sheet, STORE=store, PERIOD=PERIOD, DRY_RUN="true")
    run("导入采集表", "importsheet", INPUT=sheet, STORE=store, PERIOD=PERIOD, ANNOTATED=marked)
    run(
        "导入第二份采集表（每个行业一张工作表）",
        "importsheet",
        INPUT=SHEETS / "taihe_multisheet.xlsx",
        STORE=store,
        PERIOD=PERIOD,
        ANNOTATED=OUT / "采集表_分行业_已标注.xlsx",
    )
    internal, corrected = OUT / "采集表_内部.xlsx", OUT / "采集表_补正.xlsx"
    run(
        "导出内部采集表（全部记录，带记录编号）",
        "exportsheet",
        INPUT=points,
        PURPOSE="internal",
        OUTPUT=internal,
    )
    correct(internal, corrected)
    run(
        "补齐电话后再导入：只更新改过的记录",
        "importsheet",
        INPUT=corrected,
        STORE=store,
        PERIOD=PERIOD,
    )
    findings = OUT / "核对结果.gpkg"
    run(
        "核对",
        "validate",
        INPUT=points,
        OUTPUT=findings,
        REPORT=OUT / "核对报告.html",
        FOLDER=OUT / "退回表",
    )
    confirm(points)
    review(points)
    run(
        "全部品种一张图和工程文件",
        "distributionmap",
        INPUT=points,
        PAPER="A3",
        OUTPUT=OUT / "一张图" / f"{NAME}_全部.pdf",
        PROJECT=OUT / f"{NAME}.qgz",
    )
    product_maps(points)
    run(
        "导出上报国家平台的采集表（只含审核通过且无错误的记录，其余列出原因）",
        "exportsheet",
        INPUT=points,
        PURPOSE="platform",
        OUTPUT=OUT / "采集表_上报.xlsx",
        HELD_BACK_LIST=OUT / "未上报清单.xlsx",
    )
    run("统计", "statistics", INPUT=points, OUTPUT=OUT / "统计.xlsx", REPORT=OUT / "统计.html")
    run(
        "监测：截至 6 月底的采集进度",
        "monitoring",
        INPUT=points,
        DATE="2023-06-30",
        OUTPUT=OUT / "监测.xlsx",
        REPORT=OUT / "监测.html",
    )
    run(
        "预警测报：今后 15 天上市、逾期、检测不合格聚集",
        "earlywarning",
        INPUT=points,
        DATE="2023-06-30",
        OUTPUT=OUT / "预警.gpkg",
        LIST=OUT / "预警清单.xlsx",
        REPORT=OUT / "预警.html",
    )
    run(
        "月度成果：当月的图、表和报告一次生成",
        "monthlyresults",
        INPUT=points,
        DATE="2023-06-30",
        folder=OUT / "月度成果",
    )
    list_inspectors(points)
    run(
        "双随机：抽 6 个检查对象",
        "randomsample",
        INPUT=points,
        STORE=store,
        COUNT=6,
        STRATIFY="township",
        SEED="2023-06-30",
        OUTPUT=OUT / "抽查.gpkg",
        RECORD=OUT / "抽查名单.xlsx",
    )
    run("下一期：生成 7 月草稿", "rollforward", INPUT=points, PERIOD="2023-07")
    run(
        "到期情况：截至 7 月 10 日",
        "freshness",
        INPUT=points,
        DATE="2023-07-10",
        OUTPUT=OUT / "到期情况.gpkg",
    )
    run("备份", "backupstore", STORE=store, OUTPUT=OUT / f"{NAME}_备份.gpkg")

    print(f"\n== 完成，用时 {time.monotonic() - begin:.0f} s: {short(OUT)}/")
    files = sorted(path for path in OUT.rglob("*") if path.is_file())
    empty = [path for path in files if not path.stat().st_size]
    for path in files:
        print(f"   {path.stat().st_size / 1024:8.0f} kB  {path.relative_to(OUT)}")
    if empty:
        sys.exit(f"empty files: {empty}")


if __name__ == "__main__":
    main()
