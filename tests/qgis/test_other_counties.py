"""Sheets of counties and layouts that nobody tuned for: the class, not the case."""

from __future__ import annotations

import pytest
from origin_trace.tests.qgis.county_sheets import CENTRES, write_county
from origin_trace.tests.qgis.test_main_job import check, stored

LAYOUTS = ("official", "shuffled", "oneline", "plain")


@pytest.mark.parametrize("villages", [False, True], ids=["bare", "villages"])
@pytest.mark.parametrize("code", sorted(CENTRES))
def test_every_value_equals_its_truth(code, villages, run, new_store, tmp_path, village_list):
    more = {"VILLAGES": village_list} if villages else {}
    store = new_store(code, **more)
    wrong = []
    expected = []
    for seed, layout in enumerate(LAYOUTS):
        path = str(tmp_path / f"{layout}.xlsx")
        truth = write_county(path, code, seed, 25, layout)
        result = run("importsheet", INPUT=[path], STORE=store)
        if result["REFUSED"] or result["ADDED"] != len(truth):
            wrong.append((layout, result))
        expected += truth
    records = {(r["subject_name"], r["collector_phone"]): r for r in stored(store)}
    for item in expected:
        record = records.get((item["subject_name"], item["collector_phone"]))
        item["near"] = {"scale": 0.001}
        differences = check(item, record) if record else "no record"
        if differences:
            wrong.append((item["mess"], item["subject_name"], differences))
    assert not wrong, "\n" + "\n".join(map(str, wrong))
