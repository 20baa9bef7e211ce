"""Monitoring on real stores: sheet, page and dock hold the same, also against the month before."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from origin_trace.core import figures as f
from origin_trace.dialogs import monitoring_source
from origin_trace.dialogs.monitoring_dock import MonitoringDock
from origin_trace.dialogs.monitoring_model import FIRST, SORT_ROLE
from origin_trace.layers.gpkg_triggers import triggers
from origin_trace.layers.store import open_store
from origin_trace.layers.store_layers import BOUNDARY, mark
from origin_trace.tests.qgis.point_store import make_store, of_uuid, open_layer
from origin_trace.tests.qgis.test_rounds import selected, sqlite_of
from origin_trace.tests.qgis.window_help import workspace_of
from origin_trace.tests.unit import monitoring_sample as sample
from origin_trace.tests.unit.monitoring_read import page_lines, sheet_lines
from origin_trace.tests.unit.records import animal
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, Qt

DAY = sample.DAY.isoformat()
COLLECTED = f.KEYS.index("collected")


class June(date):
    """A calendar that stands still on the day of the sample."""

    @classmethod
    def today(cls):
        return sample.DAY


def put_status(path, records):
    """Bring records to their status by plain SQL, as any program may."""
    with sqlite_of(path) as (execute, _):
        for status in ("submitted", "approved", "returned"):
            uuids = [r["uuid"] for r in records if r["status"] == status]
            if status == "submitted":
                uuids = [r["uuid"] for r in records if r["status"] != "draft"]
            for uuid in uuids:
                execute(f"UPDATE collection_point SET status = '{status}' WHERE uuid = '{uuid}'")


@pytest.fixture(scope="module")
def stored(provider, tmp_path_factory):
    """The path of a store that holds the sample."""
    records = sample.records()
    drafts = [{**record, "status": "draft"} for record in records]
    path = make_store(tmp_path_factory.mktemp("monitoring") / "泰和 县.gpkg", drafts)
    put_status(path, records)
    return path


@pytest.fixture
def forget(qgis_app):
    yield
    QgsProject.instance().clear()


def by_hand(*columns):
    return {place: list(line.values()) for place, line in sample.truth(columns).items()}


def without_sums(lines):
    return {place: line for place, line in lines.items() if place[1] not in (None, "*")}


# --- the algorithm ------------------------------------------------------------------


def test_sheet_and_page_of_a_store_are_as_counted_by_hand(run, stored, tmp_path, forget):
    book, page = str(tmp_path / "监测 表.xlsx"), str(tmp_path / "监测 页.html")
    result = run("monitoring", INPUT=stored, DATE=DAY, OUTPUT=book, REPORT=page)
    assert without_sums(sheet_lines(book, "By township and product", 2)) == by_hand(
        "township", "product"
    )
    figures, changes, villages, _ = page_lines(Path(page).read_text(encoding="utf-8"))
    assert without_sums(figures) == by_hand("township", "product")
    assert villages == by_hand("township", "village")
    total = by_hand()[()]
    assert sheet_lines(book, "By township", 1)[("Total",)] == total == figures["Total", "*"]
    assert [result[key.upper()] for key in f.KEYS] == total
    # The store is younger than the month before: nothing is known of it.
    assert {value for row in changes.values() for value in row} == {None}


def test_a_copy_gives_the_same_figures_and_no_change(run, stored, tmp_path, forget):
    layer = QgsVectorLayer(f"{stored}|layername=collection_point", "copy", "ogr")
    copy = layer.materialize(QgsFeatureRequest())
    page = str(tmp_path / "a.html")
    result = run("monitoring", INPUT=copy, DATE=DAY, OUTPUT=str(tmp_path / "a.xlsx"), REPORT=page)
    expected = sample.truth(())[()]
    assert {key: result[key.upper()] for key in f.KEYS} == expected
    assert "a copy and has no history" in Path(page).read_text(encoding="utf-8")


def test_selected_records_are_counted_and_judged_by_all(run, stored, tmp_path, forget):
    layer = open_layer(stored)
    chosen = selected(layer, "u021", "u001", "u161")  # the opened July of u021 is not chosen
    book = str(tmp_path / "a.xlsx")
    result = run("monitoring", INPUT=chosen, DATE=DAY, OUTPUT=book)
    assert (result["BASES"], result["OPEN"]) == (2, 1)
    assert result["COLLECTED"] == 1


def test_a_day_may_be_left_out(run, stored, tmp_path, forget):
    result = run("monitoring", INPUT=stored, OUTPUT=str(tmp_path / "a.xlsx"))
    assert result["BASES"] > 0 and result["COLLECTED"] == 0  # all of it is long ago


# --- against the month before -------------------------------------------------------


def backdate(path, times):
    """Give rows of the history other times: (uuid, operation) -> time."""
    triggered = "collection_point_history_no_update"
    with sqlite_of(path) as (execute, _):
        execute(f"DROP TRIGGER {triggered}")
        for (uuid, operation), time in times.items():
            execute(
                f"UPDATE record_history SET time = '{time}' "
                f"WHERE uuid = '{uuid}' AND operation = '{operation}'"
            )
        execute(triggers()[triggered])


@pytest.fixture
def with_history(provider, tmp_path):
    """A store of May that changed in June: one moved, one deleted, one approved, one added."""
    may = {"period": "2023-05", "product": "肉羊"}
    records = [
        animal(uuid="moved", base_id="a", township="沿溪镇", contact_phone="13800000001", **may),
        animal(uuid="gone", base_id="b", township="沿溪镇", contact_phone="13800000002", **may),
        animal(uuid="new", base_id="c", period="2023-06", contact_phone="13800000003"),
        animal(uuid="passed", base_id="d", contact_phone="13800000004", **may),
    ]
    path = make_store(tmp_path / "历史.gpkg", records)
    with sqlite_of(path) as (execute, _):
        execute("UPDATE collection_point SET township = '万合镇' WHERE uuid = 'moved'")
        execute("DELETE FROM collection_point WHERE uuid = 'gone'")
        for status in ("submitted", "approved"):
            execute(f"UPDATE collection_point SET status = '{status}' WHERE uuid = 'passed'")
    june = "2023-06-04T02:00:00.000Z"
    backdate(
        path,
        {
            **{(uuid, "insert"): "2023-05-20T02:00:00.000Z" for uuid in ("moved", "gone")},
            ("passed", "insert"): "2023-05-31T10:00:00.000Z",
            ("new", "insert"): june,
            ("moved", "update"): june,
            ("gone", "delete"): june,
            ("passed", "update"): june,
        },
    )
    return path


def test_the_month_before_is_read_from_the_history(run, with_history, tmp_path, forget):
    page = str(tmp_path / "a.html")
    run("monitoring", INPUT=with_history, DATE=DAY, OUTPUT=str(tmp_path / "a.xlsx"), REPORT=page)
    text = Path(page).read_text(encoding="utf-8")
    figures, changes, _, _ = page_lines(text)

    def both(place, figure):
        number = f.KEYS.index(figure)
        return figures[place][number], changes[place][number]

    assert "compared with 2023-05-31" in text
    # Then: moved and gone in 沿溪镇, passed in 万合镇, all collected for May, none approved.
    assert both(("Total", "*"), "bases") == (3, 0)
    assert both(("Total", "*"), "collected") == (1, -2)
    assert both(("Total", "*"), "open") == (2, 2)
    assert both(("沿溪镇", "*"), "bases") == (0, -2)
    assert both(("沿溪镇", "肉羊"), "collected") == (0, -2)
    assert both(("万合镇", "*"), "bases") == (3, 2)
    assert both(("Total", "*"), "approved") == (0, 0)  # that is May's round
    assert both(("Total", "*"), "in_time") == (1, -2)  # each was entered in its month


def test_what_the_history_tells_of_a_day(with_history):
    with open_store(with_history) as store:
        then = {r["uuid"]: r for r in store.records_at("2023-06-01T00:00:00.000Z")}
        assert {uuid: r["township"] for uuid, r in then.items()} == {
            "moved": "沿溪镇",
            "gone": "沿溪镇",
            "passed": "万合镇",
        }
        assert then["passed"]["status"] == "draft" and then["passed"]["lon"] is not None
        assert store.records_at("2023-05-20T00:00:00.000Z") == []
        now = {r["uuid"]: r for r in store.records()}
        assert {r["uuid"]: r for r in store.records_at("2030-01-01T00:00:00.000Z")} == now


def test_a_round_that_was_opened_was_entered_when_it_got_its_scale(provider, tmp_path):
    opened = animal(uuid="a", period="2023-06", scale=None)
    path = make_store(tmp_path / "a.gpkg", [opened])
    with sqlite_of(path) as (execute, _):
        execute("UPDATE collection_point SET remarks = '电话联系' WHERE uuid = 'a'")
        execute("UPDATE collection_point SET scale = 5 WHERE uuid = 'a'")
        execute("UPDATE collection_point SET remarks = NULL WHERE uuid = 'a'")
    with open_store(path) as store:
        times = [row["time"] for row in store.history("a")]
        assert len(times) == 4 and store.entered() == {"a": times[2]}


# --- the dock -----------------------------------------------------------------------


@pytest.fixture
def dock(stored, qgis_canvas, qtbot, monkeypatch, tmp_path, forget):
    """The dock in June 2023, with the sample counted."""
    monkeypatch.setattr(monitoring_source, "date", June)
    workspace = workspace_of(stored)
    made = MonitoringDock(workspace, qgis_canvas)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.monitoring is not None, timeout=20_000)
    yield made
    made.close_down()
    workspace.close()


def shown_lines(dock):
    """Return the numbers of the rows as the view shows them, by township."""
    view, columns = dock.panel.view.model(), range(FIRST, FIRST + len(f.KEYS))
    return {
        (dock.panel.model.lines[view.mapToSource(view.index(row, 0)).row()].place[0],): [
            view.index(row, column).data(SORT_ROLE) for column in columns
        ]
        for row in range(view.rowCount())
    }


def test_the_dock_shows_what_was_counted_by_hand(dock):
    assert shown_lines(dock) == by_hand("township")
    tiles = dock.panel.tiles.tiles
    assert [int(tiles[key].number.text()) for key in f.KEYS] == by_hand()[()]
    assert "2023-06-15" in dock.panel.state.text()


def test_the_dock_shows_one_product(dock):
    row = dock.panel.product.findData("肉羊")
    dock.panel.product.setCurrentIndex(row)
    expected = {
        (town,): line for (town, p), line in by_hand("township", "product").items() if p == "肉羊"
    }
    assert shown_lines(dock) == expected
    tiles = dock.panel.tiles.tiles
    assert [int(tiles[key].number.text()) for key in f.KEYS] == by_hand("product")["肉羊",]


def test_workbook_and_page_of_the_dock_hold_its_figures(dock, qtbot, tmp_path):
    book, page = str(tmp_path / "监测.xlsx"), str(tmp_path / "监测.html")
    dock.write({"OUTPUT": book})
    qtbot.waitUntil(lambda: "监测.xlsx" in dock.panel.state.text(), timeout=20_000)
    dock.write({"OUTPUT": "TEMPORARY_OUTPUT", "REPORT": page})
    qtbot.waitUntil(lambda: "监测.html" in dock.panel.state.text(), timeout=20_000)
    lines = sheet_lines(book, "By township", 1)
    figures, *_ = page_lines(Path(page).read_text(encoding="utf-8"))
    for place, line in shown_lines(dock).items():
        name = place[0] or "(not filled in)"
        assert lines[place] == line == figures[place[0], "*"], name


def test_another_day_is_counted_and_sorting_follows_the_numbers(dock, qtbot):
    dock.panel.day.setDate(QDate(2023, 7, 1))
    qtbot.waitUntil(lambda: dock.monitoring.day == date(2023, 7, 1), timeout=20_000)
    column = FIRST + COLLECTED
    dock.panel.view.sortByColumn(column, Qt.SortOrder.DescendingOrder)
    model = dock.panel.view.model()
    values = [model.index(row, column).data(SORT_ROLE) for row in range(model.rowCount())]
    assert values == sorted(values, reverse=True)


def test_saved_changes_are_counted_again_and_unsaved_ones_told(dock, qtbot):
    layer = dock._workspace.layer
    bases = dock.monitoring.total.now["bases"]
    for scale, expected in ((0, bases - 1), (100, bases)):
        layer.startEditing()
        fid = of_uuid(layer, "u061").id()
        layer.changeAttributeValue(fid, layer.fields().indexOf("scale"), scale)
        assert "not saved" in dock.panel.state.text()
        assert layer.commitChanges()
        qtbot.waitUntil(lambda n=expected: dock.monitoring.total.now["bases"] == n, timeout=20_000)
        assert "not saved" not in dock.panel.state.text()


def test_a_click_zooms_to_the_township_and_a_double_click_asks_for_its_worklist(dock, qtbot):
    asked = []
    dock.worklist_wanted.connect(lambda *words: asked.append(words))
    model = dock.panel.view.model()
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    row = names.index("沿溪镇")
    dock.panel.view.clicked.emit(model.index(row, 0))
    extent = dock._canvas.extent()
    points = [
        f_.geometry().asPoint()
        for f_ in dock._workspace.layer.getFeatures("\"township\" = '沿溪镇'")
        if f_.hasGeometry()
    ]
    assert points and all(extent.contains(point) for point in points)
    dock.panel.view.activated.emit(model.index(row, 0))
    dock.panel.view.activated.emit(model.index(names.index("(not filled in)"), 0))
    assert asked == [("沿溪镇", "")]
    assert "without a township" in dock.panel.state.text()


def test_a_store_that_is_closed_while_it_is_counted(dock, qtbot):
    dock.source.refresh()
    QgsProject.instance().clear()
    assert dock.monitoring is None
    assert "No store is open" in dock.panel.state.text()
    assert not dock.panel.book.isEnabled() and shown_lines(dock) == {}
    qtbot.wait(300)
    assert dock.monitoring is None


def boundary(path=None):
    """Return a boundary layer that holds only the western half of the sample."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:4490", "县界", "memory")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(114.0, 26.0, 115.2, 27.5)))
    layer.dataProvider().addFeature(feature)
    if path is not None:
        given = (QgsCoordinateTransformContext(), QgsVectorFileWriter.SaveVectorOptions())
        QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, *given)
        layer = QgsVectorLayer(path, "县界", "ogr")
    mark(layer, BOUNDARY)
    return layer


def test_a_boundary_counts_in_the_dock_as_in_its_workbook(dock, qtbot, tmp_path):
    without = dock.monitoring.total.now["conforming"]
    shown = dock.monitoring
    QgsProject.instance().addMapLayer(boundary())
    qtbot.waitUntil(lambda: dock.monitoring is not shown, timeout=20_000)
    assert "not a file" in dock.panel.state.text()
    assert dock.monitoring.total.now["conforming"] == without
    shown = dock.monitoring
    QgsProject.instance().removeMapLayer(dock._workspace.boundary.id())
    QgsProject.instance().addMapLayer(boundary(str(tmp_path / "县界.gpkg")))
    qtbot.waitUntil(lambda: dock.monitoring is not shown, timeout=20_000)
    within = dock.monitoring.total.now["conforming"]
    assert within < without
    dock.write({"OUTPUT": str(tmp_path / "界内.xlsx")})
    qtbot.waitUntil(lambda: "界内.xlsx" in dock.panel.state.text(), timeout=20_000)
    lines = sheet_lines(tmp_path / "界内.xlsx", "By township", 1)
    assert lines[("Total",)] == list(dock.monitoring.total.now.values())
    assert lines[("Total",)][f.KEYS.index("conforming")] == within
