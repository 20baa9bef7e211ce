from __future__ import annotations

import gzip
import json
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from origin_trace.core.cells import ASK, FIX, OK, REJECT, WARN, ErrorCell, MonthDay
from origin_trace.core.errors import InputError
from origin_trace.core.places import (
    Places,
    join_address,
    read_division_file,
    split_village,
    standard_divisions,
    village_form,
    village_key,
)

DATA = Path(__file__).resolve().parents[1] / "data"
QUICK = settings(max_examples=200, deadline=None)
PARTS = ("province", "city", "county", "township", "village", "address_detail")
TAIHE = "360826"
VILLAGES = tuple(
    tuple(line.split("\t"))
    for line in gzip.decompress((DATA / "villages_sample.tsv.gz").read_bytes())
    .decode("utf-8")
    .splitlines()
)
BARE = Places(standard_divisions())
LISTED = Places(standard_divisions(), VILLAGES)
BOTH = pytest.mark.parametrize("places", [BARE, LISTED], ids=["no list", "with list"])
HERE = {"province": "江西省", "city": "吉安市", "county": "泰和县"}
ADDRESSES = [(BARE.name_of(code[:9]), village_form(name), code[:6]) for code, name in VILLAGES]

CASES = {
    case["id"]: case
    for case in json.loads((DATA / "dirty_cells.json").read_text(encoding="utf-8"))
    if case["id"].startswith("R")
}
# What stands beside the cell of a case: in the county, in a township, or nothing.
CONTEXT = {
    "R04": ({**HERE, "township": "澄江镇"}, "village"),
    "R17": ({**HERE, "township": "澄江镇"}, "village"),
    "R10": ({**HERE, "township": "澄江镇"}, "village"),
    "R15": (HERE, "township"),
    "R06": ({"province": "河南省", "county": "济源市"}, "city"),
    "R09": ({}, "county"),
    "R12": ({**HERE, "township": "澄江镇文田村"}, "county"),
    "R13": ({**HERE, "township": "澄江镇文田村"}, "county"),
    "R16": ({"province": "山东省", "city": "济南市"}, "county"),
}


def read(places, code=TAIHE, **cells):
    return places.normalise_address(cells, code)


def values(result):
    return tuple(result[part].value for part in PARTS)


def worst(result):
    order = (OK, FIX, WARN, ASK, REJECT)
    return max((cell.verdict for cell in result.values()), key=order.index)


@BOTH
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_collected_cases(case, places):
    raw, wanted = case["raw"], case["normalised"]
    if isinstance(raw, list):
        result = places.normalise_address(dict(zip(PARTS, raw)))
        assert worst(result) == case["verdict"]
        assert values(result)[:3] == tuple(name or None for name in wanted)
        return
    if isinstance(wanted, list):
        for code, key in ((None, "township"), (TAIHE, "township"), (None, "address")):
            result = places.normalise_address({key: raw}, code)
            assert worst(result) == case["verdict"]
            assert values(result)[:5] == tuple(wanted)
        return
    around, column = CONTEXT[case["id"]]
    result = places.normalise_address({**around, column: raw})
    cell = result["village"] if case["field"] == "村" else result[column]
    assert cell.verdict == case["verdict"]
    if case["verdict"] == ASK:
        assert (cell.value, cell.proposal) == (None, wanted)
    else:
        assert cell.value == (wanted or None)
    if case["id"] == "R10":
        assert result["address_detail"].value == "3组"


@BOTH
@pytest.mark.parametrize("case", ["R04", "R10", "R17"])
def test_a_village_in_the_cell_of_the_township(case, places):
    raw, wanted = CASES[case]["raw"], CASES[case]["normalised"]
    result = read(places, **{**HERE, "township": "澄江镇" + raw})
    assert result["township"].value == "澄江镇"
    assert (result["village"].verdict, result["village"].value) == (CASES[case]["verdict"], wanted)


@BOTH
@pytest.mark.parametrize("name", ["taihe_official", "tianya_split", "taihe_multisheet"])
def test_the_sheets_of_offices(name, places):
    truth = json.loads((DATA / "sheets" / f"{name}.json").read_text(encoding="utf-8"))
    for record in truth["records"]:
        cells = {part: record[part] for part in PARTS[:3]}
        result = places.normalise_address(
            {**cells, "township": record["township"] + record["village"]}
        )
        assert worst(result) == OK
        assert values(result) == (*[record[part] for part in PARTS[:5]], None)


@BOTH
def test_every_village_of_the_sample_comes_back(places):
    failed = []
    for town, village, code in ADDRESSES:
        for detail in (None, "3组", "上屋自然村"):
            result = read(places, code, township=join_address(town, village, detail))
            if values(result)[3:] != (town, village, detail):
                failed.append((town, village, detail))
    assert len(failed) <= 0.005 * 3 * len(ADDRESSES), failed
    # The only one: a community in brackets behind a village.
    assert {village for _, village, _ in failed} <= {"卢湾村委会（长阳社区）"}


@BOTH
@pytest.mark.parametrize(
    "tail", ["3组", "12号", "五队", "第3村民小组", "国道旁", "（后山）", " 老屋", "、3组"]
)
def test_detail_written_right_behind(places, tail):
    good = 0
    for town, village, code in ADDRESSES[::7]:
        found = read(places, code, township=town + village + tail)
        good += values(found)[3:] == (town, village, tail.strip(" 、"))
    assert good >= 0.985 * len(ADDRESSES[::7])


@BOTH
@pytest.mark.parametrize(
    ("written", "town", "village", "verdict"),
    [
        ("澄江镇 文田村", "澄江镇", "文田村", OK),
        ("澄江镇/文田村", "澄江镇", "文田村", OK),
        ("澄江镇-文田村", "澄江镇", "文田村", OK),
        ("澄江镇、文田村", "澄江镇", "文田村", OK),
        ("泰和县澄江镇文田村", "澄江镇", "文田村", FIX),
        ("江西吉安泰和澄江镇文田村", "澄江镇", "文田村", FIX),
        ("澄江镇文田村民委员会", "澄江镇", "文田村", FIX),
        ("澄江镇文田村村委会", "澄江镇", "文田村", FIX),
        ("澄江鎮文田村", "澄江镇", "文田村", FIX),
        ("澄江乡文田村", "澄江镇", "文田村", WARN),
        ("橙江镇文田村", None, "文田村", ASK),
        ("沙村镇居委会", "沙村镇", "沙村镇居委会", OK),
        ("白云镇上屋村", None, "上屋村", REJECT),
        ("澄江镇3组", "澄江镇", None, REJECT),
        ("小龙镇小龙镇居委会", "小龙镇", "小龙镇居委会", OK),
        ("小龙矿区管委会龙华社区", "小龙矿区管委会", "龙华社区", OK),
        ("沙村镇良村村", "沙村镇", "良村村", OK),
        ("塘洲镇永昌居委会", "塘洲镇", "永昌居委会", OK),
    ],
)
def test_ways_of_writing(places, written, town, village, verdict):
    result = read(places, **HERE, township=written)
    assert (result["township"].value, result["village"].value) == (town, village)
    assert worst(result) == verdict


def test_the_list_settles_what_endings_cannot():
    assert read(LISTED, **HERE, township="澄江文田村")["township"].verdict == FIX
    assert read(BARE, **HERE, township="澄江文田村")["township"].verdict == WARN
    unlisted = read(LISTED, **HERE, township="澄江镇文日村")["village"]
    assert (unlisted.verdict, unlisted.value, unlisted.proposal) == (WARN, "文日村", "文田村")
    alone = read(LISTED, **HERE, township="大鹏村")
    assert (alone["township"].verdict, alone["township"].value) == (WARN, "万合镇")
    unknown = read(BARE, **HERE, township="大鹏村")
    assert (unknown["township"].verdict, unknown["village"].value) == (REJECT, "大鹏村")
    stem = read(LISTED, **HERE, township="万合镇大鹏")["village"]
    assert (stem.verdict, stem.value) == (FIX, "大鹏村")


@BOTH
def test_region_cells(places):
    short = read(places, province="江西", city="吉安", county="泰和", township="澄江镇文田村")
    assert values(short)[:3] == ("江西省", "吉安市", "泰和县")
    filled = read(places, township="澄江镇文田村")
    assert [filled[part].verdict for part in PARTS[:3]] == [FIX] * 3
    assert values(filled)[:3] == ("江西省", "吉安市", "泰和县")
    other = read(places, township="安福县平都镇枫林村")
    assert values(other)[2:5] == ("安福县", "平都镇", "枫林村")
    wrong = read(places, **{**HERE, "city": "南昌市"}, township="澄江镇文田村")
    assert (wrong["city"].verdict, wrong["city"].proposal) == (ASK, "吉安市")
    renamed = read(places, None, province="湖北省", city="荆州市", county="监利县")["county"]
    assert (renamed.verdict, renamed.value) == (WARN, "监利市")


@BOTH
@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        ({"province": "江西省吉安市泰和县"}, ("江西省", "吉安市", "泰和县")),
        ({"county": "吉安市泰和县"}, ("江西省", "吉安市", "泰和县")),
        ({"city": "福州", "county": "鼓楼"}, ("福建省", "福州市", "鼓楼区")),
        ({"province": "新疆", "county": "石河子"}, ("新疆维吾尔自治区", None, "石河子市")),
        (
            {"township": "内蒙古锡林郭勒盟锡林浩特市阿尔善宝拉格镇斯日古楞嘎查"},
            ("内蒙古自治区", "锡林郭勒盟", "锡林浩特市"),
        ),
        ({"township": "北京市市辖区大兴区青云店镇东辛屯村"}, ("北京市", "北京市", "大兴区")),
        ({"province": "重庆市", "city": "县", "county": "云阳县"}, ("重庆市", None, "云阳县")),
        ({"county": "微山縣", "city": "济宁市"}, ("山东省", "济宁市", "微山县")),
    ],
)
def test_regions_in_other_forms(places, cells, wanted):
    result = places.normalise_address(cells)
    assert values(result)[:3] == wanted
    assert all(result[part].verdict in (OK, FIX) for part in PARTS[:3])


@BOTH
@pytest.mark.parametrize(
    ("cells", "column", "proposal"),
    [
        ({"province": "江苏省", "city": "吉安市", "county": "泰和县"}, "province", "江西省"),
        ({"province": "江西省", "city": "吉安县", "county": "泰和县"}, "city", "吉安市"),
        ({"province": "福建省", "city": "宁德市", "county": "霞浦具"}, "county", "霞浦县"),
        ({"province": "山东省", "county": "市中区"}, "county", None),
    ],
)
def test_regions_that_are_asked_about(places, cells, column, proposal):
    cell = places.normalise_address(cells)[column]
    assert (cell.verdict, cell.value, cell.proposal) == (ASK, None, proposal)


@BOTH
def test_places_without_a_city(places):
    kept = read(places, None, province="北京市", city="北京市", county="大兴区")
    assert (values(kept)[:3], worst(kept)) == (("北京市", "北京市", "大兴区"), OK)
    hidden = read(places, None, province="北京市", city="市辖区", county="大兴区")
    assert values(hidden)[:3] == ("北京市", None, "大兴区")
    whole = read(places, None, township="北京市大兴区青云店镇东辛屯村村")
    assert values(whole)[:5] == ("北京市", "北京市", "大兴区", "青云店镇", "东辛屯村村")
    moved = read(places, None, province="湖北省", city="仙桃市", township="郑场镇渔泛村")
    assert values(moved)[:5] == ("湖北省", None, "仙桃市", "郑场镇", "渔泛村")
    twice = read(places, None, province="广东省", city="东莞市", county="东莞市")
    assert values(twice)[:3] == ("广东省", "东莞市", None)


def test_our_own_export_comes_back_without_a_word():
    result = read(BARE, **HERE, township="澄江镇文田村3组", village="文田村", address_detail="3组")
    assert (values(result)[3:], worst(result)) == (("澄江镇", "文田村", "3组"), OK)


def test_two_cells_that_disagree_are_asked_about():
    result = read(BARE, **HERE, township="澄江镇文田村", village="三溪村")
    assert (result["village"].verdict, result["village"].proposal) == (ASK, "三溪村")


@BOTH
def test_a_column_of_the_whole_address_adds_the_detail(places):
    result = read(places, **HERE, township="澄江镇", address="泰和县澄江镇文田村3组18号")
    assert values(result)[3:] == ("澄江镇", "文田村", "3组18号")
    result = read(places, **HERE, township="澄江镇文田村", address="文田村3组")
    assert values(result)[3:] == ("澄江镇", "文田村", "3组")


@BOTH
@pytest.mark.parametrize("nothing", ["/", "－", "—", "无", "暂无", "", " ", None, "-"])
def test_nothing_is_empty(places, nothing):
    result = places.normalise_address(dict.fromkeys(PARTS, nothing))
    assert values(result) == (None,) * 6
    assert worst(result) in (OK, FIX)


RAW = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.datetimes(),
    st.dates(),
    st.text(max_size=20),
    st.sampled_from([ErrorCell("#REF!"), MonthDay(2023, 5, 7), date(2023, 5, 1), datetime.min]),
    st.lists(
        st.sampled_from(
            [
                *("江西省", "吉安市", "泰和县", "泰和", "澄江镇", "澄江", "文田", "村", "社区"),
                *(
                    "居委会",
                    "村委会",
                    "3组",
                    "自然",
                    " ",
                    "、",
                    "（",
                    "）",
                    "北京市",
                    "市辖区",
                    "镇",
                ),
                *("鼓楼区", "-", "\u3000", "新", "街道", "办事处", "路12号"),
            ]
        ),
        max_size=7,
    ).map("".join),
)


@BOTH
@QUICK
@given(
    cells=st.dictionaries(st.sampled_from((*PARTS, "address")), RAW),
    code=st.sampled_from([None, TAIHE, "110115", "441900", "999999"]),
)
def test_total_and_idempotent(places, cells, code):
    result = places.normalise_address(cells, code)
    assert tuple(result) == PARTS
    for cell in result.values():
        assert cell.verdict in (OK, FIX, WARN, ASK, REJECT)
        assert cell.value is None or (isinstance(cell.value, str) and cell.value.strip())
        if cell.verdict in (ASK, REJECT):
            assert cell.value is None and cell.message is not None
    if all(cell.verdict in (OK, FIX) for cell in result.values()):
        again = places.normalise_address(
            {part: cell.value for part, cell in result.items() if cell.value}, code
        )
        assert values(again) == values(result)
        assert worst(again) in (OK, FIX)


@BOTH
@QUICK
@given(
    address=st.sampled_from([each for each in ADDRESSES if "村委会" not in each[1]]),
    detail=st.sampled_from([None, "3组", "上屋组", "12号", "李家自然村", "水库边"]),
    blank=st.sampled_from(["", " ", "\u3000"]),
)
def test_no_letter_is_lost(places, address, detail, blank):
    town, village, code = address
    cell = blank.join(part for part in (town, village, detail) if part)
    result = read(places, code, township=cell)
    if worst(result) in (OK, FIX, WARN):
        kept = "".join(part or "" for part in values(result)[3:])
        assert kept == "".join(cell.split()) or kept == village_form("".join(cell.split()))


def test_village_names():
    assert village_form("文田村委会") == village_form("文田村民委员会") == "文田村"
    assert village_form("文田村村委会") == "文田村"
    assert village_form("良村村委会") == "良村村"
    assert village_form("白凤社区居委会") == village_form("白凤社区居民委员会") == "白凤社区"
    assert village_form("永昌居委会") == "永昌居委会"
    assert village_form("村委会") == "村委会"
    assert village_key("文田村") == village_key("文田村民委员会") != village_key("文田社区")
    for _, village, _ in ADDRESSES:
        assert village_form(village) == village
        assert village_key(village)[0]


@pytest.mark.parametrize(
    ("written", "village", "detail"),
    [
        ("南岛居居委会", "南岛居居委会", None),
        ("儋州村社区", "儋州村社区", None),
        ("黄村西里社区3组", "黄村西里社区", "3组"),
        ("新村5组", "新村", "5组"),
        ("村前村3组", "村前村", "3组"),
        ("文田村村民小组3组", "文田村", "村民小组3组"),
        ("文田村村口", "文田村", "村口"),
        ("文田村3-2号", "文田村", "3-2号"),
        ("上屋自然村", None, "上屋自然村"),
        ("一分场生活区", "一分场生活区", None),
        ("斯日古楞嘎查", "斯日古楞嘎查", None),
    ],
)
def test_split_village(written, village, detail):
    assert split_village(written)[:2] == (village, detail)


def test_the_tree():
    assert BARE.county(TAIHE) == ("江西省", "吉安市", "泰和县")
    assert BARE.county("110115") == ("北京市", "北京市", "大兴区")
    assert BARE.county("419001") == ("河南省", "", "济源市")
    assert BARE.county("441900") == ("广东省", "东莞市", "")
    assert ("360826100", "澄江镇") in BARE.towns(TAIHE)
    assert BARE.code_of("江西省", "吉安市", "泰和县") == TAIHE
    assert BARE.code_of("江西省", None, "泰和县") == TAIHE
    assert BARE.code_of("北京市", "北京市", "大兴区") == "110115"
    assert BARE.code_of("广东省", "东莞市", None) == "441900"
    assert BARE.code_of(None, None, "鼓楼区") is None
    assert BARE.name_of("999999") is None
    for code in BARE.counties():
        assert BARE.code_of(*BARE.county(code)) == code


def test_regions_to_filter_by():
    assert LISTED.names_for_region(TAIHE) == HERE
    assert LISTED.names_for_region("36") == {"province": "江西省"}
    assert LISTED.names_for_region("3608") == {"province": "江西省", "city": "吉安市"}
    assert LISTED.names_for_region("360826100") == {**HERE, "township": "澄江镇"}
    code = next(c for c, name in VILLAGES if name == "文田村委会")
    assert LISTED.names_for_region(code) == {**HERE, "township": "澄江镇", "village": "文田村"}
    assert LISTED.names_for_region("澄江镇") == {"township": "澄江镇"}
    assert LISTED.names_for_region("文田村") == {"village": "文田村"}
    assert LISTED.names_for_region("红星社区") == {"village": "红星社区"}
    both = {"township": "澄江镇", "village": "东城区"}
    assert LISTED.names_for_region("澄江镇 东城区") == both
    assert LISTED.names_for_region("江西省 泰和县") == {"province": "江西省", "county": "泰和县"}
    assert LISTED.names_for_region("泰和县 大兴区") == {}
    assert LISTED.names_for_region("110115") == {"province": "北京市", "county": "大兴区"}
    assert LISTED.names_for_region("999999") == LISTED.names_for_region(" ") == {}


def test_division_files(tmp_path):
    text = "代码,名称\n360826100200,文田村委会\n360826100201,三溪村委会\n110115001001,别处\n"
    for encoding in ("utf-8-sig", "gb18030"):
        path = tmp_path / f"{encoding}.csv"
        path.write_text(text, encoding=encoding)
        rows = read_division_file(path, TAIHE)
        assert rows == [("360826100200", "文田村委会"), ("360826100201", "三溪村委会")]
    bare = tmp_path / "bare.tsv.gz"
    bare.write_bytes(gzip.compress("360826100200\t文田村委会\n".encode()))
    assert read_division_file(bare) == [("360826100200", "文田村委会")]
    pack = tmp_path / "villages.zip"
    with zipfile.ZipFile(pack, "w") as file:
        file.writestr("360826.tsv", "360826100200\t文田村委会\n")
    assert read_division_file(pack, TAIHE) == [("360826100200", "文田村委会")]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("none.csv", None),
        ("empty.csv", b""),
        ("text.csv", "没有\n".encode()),
        ("bytes.csv", b"\xff\xfe\x00\x81\x30"),
        ("bad.gz", b"no gzip"),
        ("bad.zip", b"no zip"),
        ("other.csv", "code,name\n110115001001,别处\n".encode()),
    ],
)
def test_division_files_that_cannot_be_used(tmp_path, name, content):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        read_division_file(path, TAIHE)
    assert caught.value.advice is not None


def test_a_pack_needs_a_county(tmp_path):
    with zipfile.ZipFile(tmp_path / "villages.zip", "w") as file:
        file.writestr("360826.tsv", "360826100200\t文田村委会\n")
    for code in (None, "110115"):
        with pytest.raises(InputError):
            read_division_file(tmp_path / "villages.zip", code)


@BOTH
@pytest.mark.parametrize("county", [None, "泰和县"])
def test_a_province_in_the_column_of_cities_is_moved_to_its_own(places, county):
    cells = {"city": "江西省", "county": county}
    assert values(places.normalise_address(cells, TAIHE))[:3] == ("江西省", "吉安市", "泰和县")
    alone = places.normalise_address({"city": "北京市"}, None)
    assert alone["city"].value == "北京市" and alone["city"].verdict == OK
