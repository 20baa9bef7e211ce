"""Basemaps: list, keys, group, and one real tile, against a server that remembers."""

from __future__ import annotations

import socket
import zipfile

import pytest
from origin_trace.core.errors import InputError
from origin_trace.layers import basemap_keys, basemap_list, basemaps, tile_test
from origin_trace.layers.basemap_group import add_basemap, basemap_group, basemap_layers
from origin_trace.layers.basemap_list import FILE, OSM, TIANDITU_MAP, XYZ, Basemap
from origin_trace.layers.store_project import add_store
from origin_trace.settings import BASEMAPS
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCredentials,
    QgsLayerDefinition,
    QgsLayoutExporter,
    QgsLayoutItemMap,
    QgsLayoutSize,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import QSize

from .map_layers import make_mbtiles
from .tile_server import TileServer

KEY = "secret0key0of0the0county"
TAIHE = QgsRectangle(12_770_000, 3_090_000, 12_830_000, 3_130_000)
TDT_PATH = "{kind}_w/wmts?LAYER={kind}&TileCol={x}&TileRow={y}&TileMatrix={z}&tk={key}"


@pytest.fixture
def server():
    made = TileServer()
    yield made
    made.close()


@pytest.fixture
def project():
    made = QgsProject()
    yield made
    made.clear()


@pytest.fixture
def tianditu(server, monkeypatch):
    """Let 天地图 be the local server."""
    monkeypatch.setattr(basemaps, "TIANDITU_URL", server.url(TDT_PATH))
    return basemap_list.with_defaults(Basemap("天地图", TIANDITU_MAP))


@pytest.fixture
def key(server):
    """Keep the local server's key as long as the test runs."""
    basemap_keys._session[server.host] = KEY
    yield KEY
    basemap_keys._session.pop(server.host, None)


@pytest.fixture(autouse=True)
def clean_settings():
    yield
    BASEMAPS.set(None)


def draw(layers):
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    settings.setExtent(TAIHE)
    settings.setOutputSize(QSize(600, 400))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def outcome(qtbot, basemap, at=None):
    test = tile_test.TileTest(basemap, at)
    with qtbot.waitSignal(test.finished, timeout=15_000) as blocker:
        test.start()
    return blocker.args[0], str(blocker.args[1])


# --- the key ------------------------------------------------------------------------


def test_tianditu_is_asked_with_key_and_referer(qgis_app, project, server, tianditu, key):
    layers = add_basemap(project, tianditu)
    draw([layers[1], layers[0]])
    assert {path.split("?")[0] for path in server.paths} == {"/vec_w/wmts", "/cva_w/wmts"}
    assert all(path.endswith(f"tk={KEY}") for path in server.paths)
    referers = {headers.get("referer") for _path, headers in server.asked}
    assert referers == {"https://www.tianditu.gov.cn/"}


def test_no_file_ever_holds_the_key(qgis_app, project, server, tianditu, key, tmp_path):
    layers = add_basemap(project, tianditu)
    draw(layers)
    assert any(KEY in path for path in server.paths)
    for name in ("a.qgs", "a.qgz"):
        assert project.write(str(tmp_path / name))
    with zipfile.ZipFile(tmp_path / "a.qgz") as archive:
        archive.extractall(tmp_path / "unpacked")
    nodes = [project.layerTreeRoot().findLayer(layer.id()) for layer in layers]
    assert QgsLayerDefinition.exportLayerDefinition(str(tmp_path / "a.qlr"), nodes)[0]
    for layer in layers:
        layer.saveNamedStyle(str(tmp_path / "a.qml"))
        texts = (layer.source(), layer.publicSource(), layer.htmlMetadata(), layer.clone().source())
        assert not any(KEY in text for text in texts)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) >= 5
    assert [path.name for path in files if KEY.encode() in path.read_bytes()] == []
    basemap_list.save_basemaps([tianditu])
    assert KEY not in str(BASEMAPS.get())


def test_a_project_opened_again_gets_its_key_back(
    qgis_app, project, server, tianditu, key, tmp_path
):
    add_basemap(project, tianditu)
    assert project.write(str(tmp_path / "a.qgz"))
    opened = QgsProject()
    assert opened.read(str(tmp_path / "a.qgz"))
    layers = basemap_layers(opened)
    assert basemap_keys.without_key(layers) == []
    server.asked.clear()
    draw(layers)
    assert server.paths and all(path.endswith(f"tk={KEY}") for path in server.paths)
    opened.clear()


def test_without_a_key_the_layer_stays_and_is_named(qgis_app, project, server, tianditu):
    layers = add_basemap(project, tianditu)
    assert all(layer.isValid() for layer in layers)
    assert basemap_keys.without_key(layers) == layers
    assert basemap_keys.needs_key(layers[0]) == server.host


def test_the_key_is_kept_by_qgis_encrypted(qgis_app, server):
    manager = QgsApplication.authManager()
    if manager.isDisabled():
        pytest.skip("QGIS was built without its password store")
    assert manager.setMasterPassword("Zhongguo-2026", True)
    assert basemap_keys.keep_key("tianditu.test", f" {KEY}\n") is None
    basemap_keys._session.clear()  # as after a restart
    assert basemap_keys.has_key("tianditu.test")
    assert basemap_keys.find_key("tianditu.test") == KEY
    assert basemap_keys.keep_key("tianditu.test", "") is None
    assert not basemap_keys.has_key("tianditu.test")


class Closed:
    """QGIS's password store, when the person does not give the master password."""

    def isDisabled(self):
        return False

    def masterPasswordIsSet(self):
        return False

    def setMasterPassword(self, _verify):
        return False

    def existsAuthSetting(self, _key):
        return False

    def authSetting(self, _key, default, _decrypt):
        return default


class Locked(Closed):
    """The same, with a key in it."""

    def existsAuthSetting(self, _key):
        return True


def test_a_refused_master_password_keeps_the_key_for_the_session(qgis_app, monkeypatch):
    monkeypatch.setattr(basemap_keys, "_manager", lambda: Closed())
    said = basemap_keys.keep_key("tianditu.test", KEY)
    assert "until QGIS is closed" in str(said)
    assert basemap_keys.find_key("tianditu.test") == KEY
    basemap_keys._session.clear()


def test_a_locked_key_is_told_from_a_missing_one(qgis_app, qtbot, server, tianditu, monkeypatch):
    monkeypatch.setattr(basemap_keys, "_manager", lambda: Locked())
    ok, text = outcome(qtbot, tianditu)
    assert not ok and "locked" in text and "master password" in text and server.asked == []


def test_the_store_is_opened_without_a_question(qgis_app):
    """Only the system's keyring is asked: no window comes up, whatever is in the store."""
    manager = QgsApplication.authManager()
    if manager.isDisabled():
        pytest.skip("QGIS was built without its password store")
    assert manager.setMasterPassword("Zhongguo-2026", True)
    manager.clearMasterPassword()
    person = QgsCredentials.instance()
    try:
        basemap_keys.unlock_quietly()
        assert QgsCredentials.instance() is person and not manager.masterPasswordIsSet()
    finally:
        assert manager.setMasterPassword("Zhongguo-2026", True)


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        (
            "https://t3.tianditu.gov.cn/vec_w/wmts?L=vec&tk=0123456789abcdef&x={x}",
            "0123456789abcdef",
        ),
        ("https://maps.example.org/{z}/{x}/{y}.png?apikey=abcdef123", "abcdef123"),
        ("https://maps.example.org/{z}/{x}/{y}.png?key={key}", ""),
        ("https://maps.example.org/{z}/{x}/{y}.png", ""),
    ],
)
def test_a_key_in_an_address_is_taken_out(url, kept):
    stripped, key = basemap_keys.split_key(url)
    assert key == kept
    assert not kept or (kept not in stripped and "{key}" in stripped)


def test_all_servers_of_a_service_share_a_key():
    for number in range(8):
        url = f"https://t{number}.tianditu.gov.cn/x"
        assert basemap_keys.service(url) == "tianditu.gov.cn"


# --- the list -----------------------------------------------------------------------


def test_the_list_is_kept(qgis_app):
    first = basemap_list.load_basemaps()
    assert [item.kind for item in first] == ["tianditu_vec", "tianditu_img", "osm"]
    own = Basemap("本县影像", XYZ, "https://a.example/{z}/{x}/{y}", (5, 20), "https://r/", "© 县局")
    basemap_list.save_basemaps([own, *first])
    assert basemap_list.load_basemaps() == [own, *first]
    basemap_list.save_basemaps([])
    assert basemap_list.load_basemaps() == []


@pytest.mark.parametrize("bad", [5, {}, {"name": "x"}, {"name": "x", "kind": "?"}, None])
def test_entries_that_cannot_be_read_are_left_out(qgis_app, bad):
    BASEMAPS.set([bad, {"name": "O", "kind": "osm"}])
    assert [item.name for item in basemap_list.load_basemaps()] == ["O"]


@pytest.mark.parametrize(
    "url",
    [
        "https://webrd01.is.autonavi.com/appmaptile?x={x}&y={y}&z={z}",
        "http://rt0.map.gtimg.com/tile?z={z}&x={x}&y={-y}",
        "https://mt0.google.cn/vt/lyrs=s&gl=cn&x={x}&y={y}&z={z}",
        "https://mt1.google.com/vt/lyrs=m&x={x}&y={y}&z={z}",
    ],
)
def test_shifted_services_are_warned_of(url):
    assert "shifted" in str(basemaps.shift_warning(url))


@pytest.mark.parametrize(
    "url",
    [
        basemaps.OSM_URL,
        basemaps.TIANDITU_URL,
        "https://notautonavi.com/{z}/{x}/{y}",
        "https://mt1.google.com/vt/lyrs=s&x={x}&y={y}&z={z}",
    ],
)
def test_others_are_not(url):
    assert basemaps.shift_warning(url) is None


# --- the project --------------------------------------------------------------------


def test_basemaps_lie_under_all_others_one_at_a_time(
    qgis_app, project, server, tianditu, new_store
):
    points = add_store(project, new_store())
    assert project.crs().authid() == "EPSG:4490"
    tiles = add_basemap(project, Basemap("本县影像", XYZ, server.url(), credit="© 县局"))
    assert project.crs().authid() == "EPSG:3857"
    pair = add_basemap(project, tianditu)
    root = project.layerTreeRoot()
    assert root.children()[-1] == basemap_group(project)
    order = [layer.id() for layer in root.layerOrder()]
    assert order.index(points.id()) < min(order.index(x.id()) for x in [*tiles, *pair])
    assert order.index(pair[1].id()) < order.index(pair[0].id())  # names over the map
    visible = [layer.id() for layer in root.checkedLayers()]
    assert tiles[0].id() not in visible and {x.id() for x in pair} <= set(visible)
    root.findLayer(tiles[0].id()).setItemVisibilityChecked(True)
    visible = [layer.id() for layer in root.checkedLayers()]
    assert tiles[0].id() in visible and not {x.id() for x in pair} & set(visible)
    assert basemaps.credit(tiles[0]) == "© 县局"


def test_a_persons_own_crs_is_kept(qgis_app, project, server, new_store):
    add_store(project, new_store())
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4547"))
    add_basemap(project, Basemap("x", XYZ, server.url()))
    assert project.crs().authid() == "EPSG:4547"


def test_osm_carries_its_credit(qgis_app):
    layer = basemap_list.make_layers(basemap_list.with_defaults(Basemap("OSM", OSM)))[0]
    assert "OpenStreetMap" in layer.serverProperties().attribution()
    assert layer.metadata().rights() == [basemaps.OSM_CREDIT]


def test_a_print_asks_for_few_tiles(qgis_app, project, server, tmp_path):
    layer = add_basemap(project, Basemap("x", XYZ, server.url()))[0]
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    item = QgsLayoutItemMap(layout)
    item.attemptResize(QgsLayoutSize(277, 190, QgsUnitTypes.LayoutUnit.LayoutMillimeters))
    layout.addLayoutItem(item)
    item.setCrs(layer.crs())
    item.setLayers([layer])
    item.zoomToExtent(TAIHE)
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = 300
    done = QgsLayoutExporter(layout).exportToImage(str(tmp_path / "a.png"), settings)
    assert done == QgsLayoutExporter.ExportResult.Success
    assert 0 < len(set(server.paths)) <= 48


@pytest.mark.parametrize("name", ["离线 底图", "底图#1", "底图 50%&1"])
def test_mbtiles_are_drawn_from_any_path(qgis_app, tmp_path, qtbot, name):
    folder = tmp_path / name
    folder.mkdir()
    make_mbtiles(folder / "泰和.mbtiles")
    entry = Basemap("离线", FILE, str(folder / "泰和.mbtiles"))
    layer = basemap_list.make_layers(entry)[0]
    assert layer.isValid() and layer.crs().authid() == "EPSG:3857"
    colour = draw([layer]).pixelColor(300, 200)
    assert colour.alpha() == 255 and colour.blue() > colour.red() + 100
    assert outcome(qtbot, entry)[0]


def test_files_that_are_no_basemap_are_refused(qgis_app, tmp_path, qtbot, new_store):
    gone = Basemap("x", FILE, str(tmp_path / "没有.mbtiles"))
    assert "does not exist" in outcome(qtbot, gone)[1]
    bad = tmp_path / "坏.mbtiles"
    bad.write_bytes(b"no database")
    with pytest.raises(InputError, match="no raster tiles"):
        basemap_list.make_layers(Basemap("x", FILE, str(bad)))


# --- trying out ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("403", "非法Key 301001"),
        ("418", "refuses the key"),
        ("json200", "权限类型错误 300015"),
        ("404", "404"),
        ("429", "too often"),
        ("500", "fault of its own"),
        ("html", "page instead of a picture"),
        ("text", "not a picture"),
        ("empty", "not a picture"),
    ],
)
def test_what_is_wrong_is_said(qgis_app, qtbot, server, path, words):
    ok, text = outcome(qtbot, Basemap("x", XYZ, server.url(path + "/{z}/{x}/{y}")))
    assert not ok and words in text


def test_a_tile_that_comes_is_a_success(qgis_app, qtbot, server):
    entry = Basemap("x", XYZ, server.url(), (3, 9), "https://r.example/")
    ok, text = outcome(qtbot, entry, (114.9, 26.8))
    assert ok and "works" in text
    assert server.paths == ["/tiles/9/419/216.png"]
    assert server.asked[0][1]["referer"] == "https://r.example/"


def test_a_slow_server_is_given_up(qgis_app, qtbot, server, monkeypatch):
    monkeypatch.setattr(tile_test, "SECONDS", 1)
    ok, text = outcome(qtbot, Basemap("x", XYZ, server.url("slow/{z}/{x}/{y}")))
    assert not ok and "does not answer" in text


def test_no_server_and_no_name(qgis_app, qtbot):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    ok, text = outcome(qtbot, Basemap("x", XYZ, f"http://127.0.0.1:{port}/{{z}}/{{x}}/{{y}}"))
    assert not ok and "no connection" in text
    ok, text = outcome(qtbot, Basemap("x", XYZ, "http://no-such-host.invalid/{z}/{x}/{y}"))
    assert not ok and ("not found" in text or "no connection" in text)


def test_a_missing_key_is_not_asked_for_over_the_network(qgis_app, qtbot, server, tianditu):
    ok, text = outcome(qtbot, tianditu)
    assert not ok and "needs a key" in text and server.asked == []


def test_a_stopped_test_says_nothing(qgis_app, qtbot, server):
    test = tile_test.TileTest(Basemap("x", XYZ, server.url("slow/{z}/{x}/{y}")))
    test.start()
    with qtbot.assertNotEmitted(test.finished, wait=300):
        test.stop()
