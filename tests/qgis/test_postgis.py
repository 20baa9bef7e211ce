"""The store on a server: made by the algorithm, several counties, no password anywhere."""

from __future__ import annotations

import pytest
from origin_trace.core.errors import StoreError
from origin_trace.layers.pg_place import Place, parse_place
from origin_trace.layers.store import open_store
from origin_trace.tests.qgis.server import CONNECTION
from qgis.core import QgsProcessingException, QgsProject, QgsVectorLayer

PASSWORD = "secret-4711"


@pytest.fixture
def make(run, server):
    """Make the store of a county; return its reference."""

    def make_store(schema, region="360826", connection=CONNECTION):
        results = run("createpostgisstore", CONNECTION=connection, SCHEMA=schema, REGION=region)
        return results["STORE"]

    return make_store


def point(number, **more):
    return {"uuid": f"u{number}", "lon": 115.0, "lat": 26.5, "scale": 1.0, **more}


def test_a_schema_holds_several_counties(make, server):
    schema = server.new_schema()
    first, second = make(schema), make(schema, "360828")
    for uri, number in ((first, 1), (second, 2)):
        with open_store(uri, write=True) as store:
            assert store.county == uri[-6:] and store.check() == []
            store.apply({}, [point(number), point(3)], [])
            assert store.count() == 2
            store.replace("contact", [{"unit": store.county}])
    with open_store(first) as store:
        assert store.county_names == ("江西省", "吉安市", "泰和县")
        assert {r["uuid"] for r in store.records()} == {"u1", "u3"}
        assert [row["unit"] for row in store.rows("contact")] == ["360826"]
        assert len(store.history("u3")) == 1
    # Who looks at all counties asks the tables above them.
    listed = server.sql(
        f"SELECT county_code, count(*) FROM {schema}.collection_point GROUP BY 1 ORDER BY 1"
    )
    assert listed.split() == ["360826|2", "360828|2"]
    with pytest.raises(StoreError, match="several counties: 360826, 360828"):
        open_store(first[:-7])
    with pytest.raises(RuntimeError, match="A record stays in its county"):
        server.sql(f"UPDATE {schema}.collection_point SET county_code = '360828'")


def test_only_the_county_asked_for_is_looked_at(make, server):
    schema = server.new_schema()
    make(schema), make(schema, "360828")
    plan = server.sql(
        f"EXPLAIN SELECT * FROM {schema}.collection_point WHERE county_code = '360828'"
    )
    assert "collection_point" in plan and "360826" not in plan


def test_a_store_is_never_overwritten(make, server):
    schema = server.new_schema()
    uri = make(schema)
    with open_store(uri, write=True) as store:
        store.apply({}, [point(1)], [])
    with pytest.raises(QgsProcessingException, match="exists already"):
        make(schema)
    with open_store(uri[:-7]) as store:  # the only county need not be named
        assert (store.count(), store.uri) == (1, uri)


def test_what_fails_half_way_leaves_nothing(make, server, monkeypatch):
    schema = server.new_schema()
    broken = lambda *_: (_ for _ in ()).throw(StoreError("stop"))  # noqa: E731
    monkeypatch.setattr("origin_trace.layers.postgis.fill", broken)
    with pytest.raises(QgsProcessingException, match="stop"):
        make(schema)
    assert server.sql(f"SELECT to_regnamespace('{schema}') IS NULL") == "t"


@pytest.mark.parametrize("schema", ["", "县", "a b", "Upper", "x_360826", "a" * 41, 'x";'])
def test_names_that_a_schema_cannot_have(make, schema):
    with pytest.raises(QgsProcessingException, match=r"cannot be the name|SCHEMA|Schema"):
        make(schema)


def test_what_cannot_be_opened_is_told_with_advice(make, server):
    uri = make(server.new_schema())
    server.connect("nowhere", host="/nowhere")
    server.connect("nobody", user="nobody here")
    server.connect("no database", database="nothing")
    for wrong, words in {
        "postgres://": "does not lead",
        "postgres://me:pw@host/base": "does not lead",
        "postgres://unknown/origin": "knows no PostgreSQL connection unknown",
        f"{uri[:-6]}360828": "no store",
        str(Place(CONNECTION, "nothing")): "no store",
        "postgres://nowhere/origin": "does not answer",
        "postgres://nobody/origin": "does not accept the login",
        "postgres://no database/origin": "leads to no database",
    }.items():
        with pytest.raises(StoreError, match=words) as caught:
            open_store(wrong)
        assert caught.value.advice is not None
        assert "pw" not in str(caught.value)


@pytest.mark.parametrize("name", ["县 台账 #1", "a/b", "100%", "x"])
def test_a_reference_says_any_name(name):
    place = Place(name, "origin", "360826")
    assert parse_place(str(place)) == place
    assert (
        parse_place(f"postgres://{name.replace('%', '%25').replace('/', '%2F')}/origin_360826")
        == place
    )


def test_no_password_is_written_down(make, server, tmp_path, qgis_new_project):
    server.sql(f"CREATE ROLE keeper SUPERUSER LOGIN PASSWORD '{PASSWORD}'")
    server.connect("with password", "keeper", PASSWORD)
    uri = make(server.new_schema(), connection="with password")
    with open_store(uri) as store:
        source, provider = store.layer_uri()
        assert PASSWORD not in source + store.uri + repr(store.meta())
    layer = QgsVectorLayer(source, "points", provider)
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    path = tmp_path / "project.qgs"
    assert QgsProject.instance().write(str(path))
    assert PASSWORD not in path.read_text(encoding="utf-8")
    QgsProject.instance().clear()


def test_lost_safeguards_are_found_by_check(make, server):
    schema = server.new_schema()
    with open_store(make(schema), write=True) as store:
        store.apply({}, [point(1)], [])
        own = f"{schema}_360826"
        server.sql(f"ALTER TABLE {own}.record_history DISABLE TRIGGER USER")
        server.sql(f"DELETE FROM {own}.record_history; DROP INDEX {own}.idx_person_id")
        text = " ".join(str(problem) for problem in store.check())
    assert "history_fixed" in text and "idx_person_id" in text
    assert "Records without the history of their version: 1" in text
