"""The figures of the monitoring: against a count by hand, at the edges, and in what is shown."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from origin_trace.core import figures as f
from origin_trace.core.accepting import Accepted, acceptance_rows
from origin_trace.core.monitoring import Known, tally
from origin_trace.core.monitoring_page import monitoring_html
from origin_trace.core.monitoring_table import compare, month_before
from origin_trace.core.products import standard_products
from origin_trace.core.rules import Context, check_all
from origin_trace.spreadsheets.writer import write_monitoring
from origin_trace.tests.unit import monitoring_sample as sample
from origin_trace.tests.unit.monitoring_read import page_lines, sheet_lines
from origin_trace.tests.unit.records import animal, crop

CONTEXT = Context(county=("江西省", "吉安市", "泰和县"))
ORDER = [product.name for product in standard_products()]


def counted(records=None, day=sample.DAY, before=None, **more):
    now = tally(sample.records() if records is None else records, day, CONTEXT, **more)
    then = None if before is None else tally(before, month_before(day), CONTEXT)
    return compare(now, then, ORDER)


GROUPS = {
    "townships": ("township",),
    "products": ("product",),
    "crossed": ("township", "product"),
    "villages": ("township", "village"),
}


@pytest.mark.parametrize("group", GROUPS)
def test_every_figure_of_the_sample_is_as_counted_by_hand(group):
    found = {line.place: line.now for line in getattr(counted(), group)}
    assert found == sample.truth(GROUPS[group])


def test_the_total_of_the_sample_is_as_counted_by_hand():
    assert counted().total.now == sample.truth(())[()]


def test_what_a_person_counts_in_the_rows():
    """Counted by eye in the list of the rows, line by line."""
    found = {line.place: line.now for line in counted().crossed}
    assert found["沿溪镇", "肉羊"] == dict(zip(f.KEYS, [8, 8, 3, 3, 2, 3, 3, 0, 1, 2, 3, 2, 0, 0]))
    assert found["万合镇", "豇豆"] == dict(zip(f.KEYS, [8, 8, 4, 2, 2, 4, 3, 0, 4, 2, 1, 0, 0, 0]))
    assert counted().total.now["returned"] == 26
    assert counted().total.now["returned_late"] == 13
    assert counted().total.now["bases"] == 155  # 160, of which 5 have stopped


def test_places_without_a_name_have_lines_of_their_own_at_the_end():
    shown = counted()
    assert [line.place[0] for line in shown.townships] == ["马市镇", "万合镇", "沿溪镇", None]
    assert [line.place[0] for line in shown.products] == [
        *("豇豆", "生猪", "肉羊", "大口黑鲈", "红薯")
    ]
    blank = counted([animal(period="2023-06", township="  ")])
    assert [line.place for line in blank.townships] == [(None,)]


# --- single decisions ---------------------------------------------------------------


def of(*records, day=sample.DAY, **more):
    return counted(list(records), day, **more).total.now


def test_a_record_of_a_later_month_says_nothing_of_this_one():
    june = animal(base_id="b", period="2023-06")
    july = animal(base_id="b", period="2023-07")
    assert of(july)["bases"] == 1 and of(july)["expected"] == 0
    assert of(june, july)["collected"] == 1
    may = animal(base_id="b", period="2023-05")
    assert of(may, july)["open"] == 1
    assert of(may, july, day=date(2023, 7, 1))["collected"] == 1


def test_the_round_collected_last_is_judged_though_the_next_one_was_opened():
    told = animal(base_id="b", period="2023-06", status="approved")
    opened = animal(base_id="b", period="2023-07", scale=None, contact=None)
    found = of(told, opened)
    assert (found["collected"], found["complete"], found["approved"]) == (1, 1, 1)
    found = of(told, opened, day=date(2023, 7, 2))
    assert (found["collected"], found["open"], found["approved"]) == (0, 1, 0)


def test_a_return_past_its_deadline_does_not_hide_that_the_round_was_collected():
    late = animal(period="2023-06", status="returned", return_deadline="2023-06-14")
    found = of(late)
    assert (found["collected"], found["missed"], found["returned_late"]) == (1, 0, 1)
    assert of({**late, "return_deadline": "2023-06-15"})["returned_late"] == 0
    assert of({**late, "return_deadline": "2023-06"})["returned_late"] == 0


def test_returns_of_earlier_rounds_count_too():
    old = animal(base_id="b", period="2023-04", status="returned", return_deadline="2023-05-01")
    new = animal(base_id="b", period="2023-06")
    found = of(old, new)
    assert (found["bases"], found["returned"], found["returned_late"]) == (1, 1, 1)


@pytest.mark.parametrize(
    ("record", "collected_on", "in_time"),
    [
        (animal(period="2023-06"), "2023-06-30", 1),
        (animal(period="2023-06"), "2023-07-01", 0),
        (animal(period="2023-06"), "2023-06", 0),  # no day, and no store that knows
        (crop(market_start="2023-05", market_end="2023-07"), "2023-04-30", 1),
        (crop(market_start="2023-05", market_end="2023-07"), "2023-05-01", 0),
        (crop(market_start="--05-10", market_end="--07"), "2023-05-09", 1),
        (crop(market_start="--05-10", market_end="--07"), "2023-05-10", 0),
        (crop(market_start=None, market_end=None), "2023-12-31", 1),
    ],
)
def test_in_time_is_until_the_last_day_of_the_round(record, collected_on, in_time):
    assert of({**record, "collected_on": collected_on})["in_time"] == in_time


def test_without_a_day_the_time_counts_at_which_the_scale_came_into_the_store():
    record = animal(uuid="a", period="2023-06", collected_on=None)
    early, late = ({"a": f"{day}T04:00:00.000Z"} for day in ("2023-06-30", "2023-07-02"))
    assert of(record, known=Known(early))["in_time"] == 1
    assert of(record, known=Known(late))["in_time"] == 0
    assert counted([record], known=Known(early)).notes == ()
    (note,) = counted([record]).notes
    assert note.args == {"count": 1}


def test_an_accepted_warning_raises_no_doubt():
    record = animal(period="2023-06", confirmed_on="2023-08-01", import_batch=None)
    assert of(record)["doubtful"] == 1 and of(record)["conforming"] == 1
    context = Context(CONTEXT.products, CONTEXT.county, today=lambda: sample.DAY)
    found = [(record, finding) for finding in check_all([record], context)]
    rows = acceptance_rows(found, "约定日期", "王芳", "2023-06-01T00:00:00.000Z")
    assert of(record, known=Known(accepted=Accepted(rows)))["doubtful"] == 0


def ended(day):
    back = animal(uuid="a", status="returned", return_deadline="2023-06-05")
    return {"time": f"{day}T04:00:00.000Z", "before": back}


@pytest.mark.parametrize(
    ("submitted", "late"),
    [
        ("2023-06-05", 0),  # on the last day
        ("2023-06-06", 1),
        ("2023-06-16", 0),  # after the day that counts
    ],
)
def test_a_return_that_came_back_late_stays_seen(submitted, late):
    found = of(animal(uuid="a", period="2023-06"), known=Known(ended=[ended(submitted)]))
    assert found["corrected_late"] == late


def test_what_came_back_late_in_an_earlier_month_is_no_longer_counted():
    known, record = Known(ended=[ended("2023-06-20")]), animal(uuid="a", period="2023-06")
    assert of(record, known=known, day=date(2023, 7, 15))["corrected_late"] == 0
    assert of(record, known=known, day=date(2023, 6, 30))["corrected_late"] == 1


def test_only_those_asked_for_count_and_all_are_compared_with():
    one = animal(uuid="a", period="2023-06", contact_phone="13800000001")
    twin = {**one, "uuid": "b", "base_id": "other"}  # the same producer and product twice
    assert of(twin)["conforming"] == 1
    found = of(one, twin, asked={"b"})
    assert (found["bases"], found["conforming"]) == (1, 0)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(0, 199), max_size=40, unique=True),
    st.dates(date(2023, 1, 1), date(2024, 3, 1)),
)
def test_whatever_is_in_the_store_the_parts_add_up(numbers, day):
    everything = sample.records()
    shown = counted([everything[n] for n in numbers], day, before=everything)
    total = shown.total
    for each in (total, *shown.crossed):
        now = each.now
        assert now["expected"] == now["collected"] + now["open"] + now["missed"]
        assert now["expected"] <= now["bases"]
        assert all(now[figure.key] <= now[figure.part_of] for figure in f.FIGURES if figure.part_of)
    for lines in (shown.townships, shown.products, shown.crossed, shown.villages):
        for key in f.KEYS:
            assert sum(line.now[key] for line in lines) == total.now[key]
            assert sum(line.change(key) for line in lines) == total.change(key)


# --- against the month before -------------------------------------------------------


def test_the_change_is_against_the_last_day_of_the_month_before():
    assert month_before(date(2023, 3, 1)) == date(2023, 2, 28)
    may = animal(base_id="b", period="2023-05", township="甲镇")
    gone = animal(base_id="c", period="2023-05", township="乙镇")
    june = animal(base_id="b", period="2023-06", township="甲镇")
    shown = counted([may, june], before=[may, gone])
    assert shown.before == date(2023, 5, 31)
    changes = {line.place: (line.now["bases"], line.change("bases")) for line in shown.townships}
    assert changes == {("甲镇",): (1, 0), ("乙镇",): (0, -1)}
    assert (shown.total.change("collected"), shown.total.before["collected"]) == (-1, 2)


def test_without_a_month_before_the_change_is_empty_and_not_zero():
    shown = counted()
    assert shown.before is None and shown.total.before is None
    assert {line.change(key) for line in shown.crossed for key in f.KEYS} == {None}


# --- the same everywhere ------------------------------------------------------------


@pytest.fixture
def shown():
    return counted(before=sample.records()[:120])


@pytest.fixture
def book(shown, tmp_path):
    path = tmp_path / "监测 表.xlsx"
    write_monitoring(path, shown, county="泰和县", office="泰和县农业农村局")
    return path


def test_the_sheets_hold_the_figures_counted_by_hand(book):
    by_hand = {place: list(line.values()) for place, line in sample.truth(("township",)).items()}
    lines = sheet_lines(book, "By township", 1)
    assert {k: v for k, v in lines.items() if k in by_hand} == by_hand
    assert lines[("Total",)] == list(sample.truth(())[()].values())
    by_hand = sample.truth(("township", "product"))
    lines = sheet_lines(book, "By township and product", 2)
    assert {k: v for k, v in lines.items() if k[1] is not None} == {
        place: list(line.values()) for place, line in by_hand.items()
    }
    lines = sheet_lines(book, "By village", 2)
    by_hand = sample.truth(("township", "village"))
    assert lines == {place: list(line.values()) for place, line in by_hand.items()}


def test_the_page_holds_the_same_as_the_sheets(shown, book):
    figures, changes, villages, late = page_lines(monitoring_html(shown, "泰和县"))
    of_sheet = sheet_lines(book, "By township and product", 2)
    total = of_sheet.pop(("Total", None))
    before, change = of_sheet.pop(("Month before", None)), of_sheet.pop(("Difference", None))
    assert [a - b for a, b in zip(total, before)] == change
    for extra in (figures, changes):
        extra_total = extra.pop(("Total", "*"))
        assert extra_total == (total if extra is figures else change)
    assert figures == {(t, "*" if p is None else p): v for (t, p), v in of_sheet.items()}
    of_changes = sheet_lines(book, "Change against the month before", 2)
    assert of_changes.pop(("Total", None)) == change
    assert changes == {(t, "*" if p is None else p): v for (t, p), v in of_changes.items()}
    assert villages == sheet_lines(book, "By village", 2)
    assert late and late == sheet_lines(book, "Late, by collector", 2)


def test_late_collectors_are_those_with_something_late(shown):
    for row in sample.truth(("township", "collector")).items():
        place, line = row
        listed = [each for each in shown.collectors if each.place == place]
        is_late = line["missed"] + line["returned_late"] + line["corrected_late"] > 0
        assert bool(listed) == is_late
        for each in listed:
            assert each.now["missed"] == line["missed"]
            assert each.now["returned_late"] == line["returned_late"]


def test_an_unknown_change_stays_empty_on_sheet_and_page(tmp_path):
    path = tmp_path / "a.xlsx"
    write_monitoring(path, counted(), county="", office="")
    lines = sheet_lines(path, "By township", 1)
    assert ("Difference",) not in lines and ("Month before",) not in lines
    ws = openpyxl.load_workbook(path)["Change against the month before"]
    assert {ws.cell(row, 3).value for row in (4, 5, 6)} == {None}
    _, changes, _, _ = page_lines(monitoring_html(counted()))
    assert {value for row in changes.values() for value in row} == {None}


def test_the_workbook_prints_as_a_paper_with_charts(book):
    loaded = openpyxl.load_workbook(book)
    for ws in loaded:
        assert ws.page_setup.orientation == "landscape" and int(ws.page_setup.paperSize) == 9
        assert ws.freeze_panes in ("B4", "C4") and ws.print_title_rows == "$1:$3"
        assert ws["A1"].value == "泰和县 Monitoring of the collecting"
    charts = loaded["By township"]._charts
    assert len(charts) == 2
    reference = charts[0].series[0].val.numRef.f
    first, last = (int(part.rpartition("$")[2]) for part in reference.split(":"))
    ws = loaded["By township"]
    column = reference.split("!")[1].split("$")[1]
    assert ws[f"{column}3"].value == "Collected"
    values = [ws[f"{column}{row}"].value for row in range(first, last + 1)]
    assert values == [line.now["collected"] for line in counted().townships]


def test_neither_sheet_nor_page_has_phones_or_formulas(tmp_path):
    record = animal(period="2023-06", township="=1+1", village="<b>", collector="=A1")
    shown = counted([record, animal(period="2023-01", collector="=A1")])
    path = tmp_path / "a.xlsx"
    write_monitoring(path, shown, county="泰和县", office="=HYPERLINK(1)")
    cells = [cell for ws in openpyxl.load_workbook(path) for row in ws for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert "=1+1" in [cell.value for cell in cells]
    page = monitoring_html(shown, "泰和县", "<i>")
    assert "&lt;b&gt;" in page and "<i>" not in page and "http" not in page
    text = page + "".join(str(cell.value) for cell in cells)
    assert record["contact_phone"] not in text and record["collector_phone"] not in text


def test_a_store_without_records_still_gives_sheet_and_page(tmp_path):
    shown = counted([])
    path = tmp_path / "a.xlsx"
    write_monitoring(path, shown, county="泰和县", office="")
    assert sheet_lines(path, "By township", 1) == {("Total",): [0] * len(f.KEYS)}
    assert "Nobody is late." in monitoring_html(shown)
