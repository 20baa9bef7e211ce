import json

import pytest
from origin_trace.core.comparing import changes
from origin_trace.core.findings import ERROR, Finding
from origin_trace.core.importing import ImportRow
from origin_trace.core.matching import ADDED, REFUSED, UNCHANGED, UPDATED, Matcher
from origin_trace.core.messages import Message
from origin_trace.core.schema import BUSINESS
from origin_trace.tests.unit.records import animal, crop


def row(number, record, seen=False):
    """Return a sheet row: a record without the identity that the store gives."""
    bare = dict(record, uuid=None, base_id=None, period=None, status=None)
    return ImportRow("采集表", number, bare, reference="2023-06", seen=seen)


def outcomes(existing, *rows):
    matcher = Matcher(existing)
    return [matcher.take(r) for r in rows], matcher.plan


def test_a_new_row_is_added_as_a_draft_with_identity_and_period():
    found, plan = outcomes([], row(7, crop()), row(8, animal()))
    assert found == [ADDED, ADDED]
    assert [r["period"] for r in plan.added] == ["2023-1", "2023-06"]
    assert all(r["uuid"] and r["base_id"] and r["status"] == "draft" for r in plan.added)


def test_the_same_rows_again_change_nothing():
    stored = [crop(), animal()]
    found, plan = outcomes(stored, row(7, crop()), row(8, animal()))
    assert found == [UNCHANGED, UNCHANGED]
    assert not plan.added and not plan.updated


def test_a_corrected_row_updates_only_what_changed():
    stored = crop()
    found, plan = outcomes([stored], row(7, crop(contact_phone="13900001111")))
    assert found == [UPDATED]
    (update,) = plan.updated
    assert update["uuid"] == stored["uuid"]
    assert update["contact_phone"] == "13900001111"
    assert not set(update) & (set(BUSINESS) - {"contact_phone"})


def test_an_empty_cell_never_empties_the_store():
    found, _ = outcomes([crop(alias="长豆角")], row(7, crop(contact_phone=None, alias=None)))
    assert found == [UNCHANGED]


def test_rows_with_the_same_key_and_other_points_are_plots_of_their_own():
    rows = [row(7, crop()), row(8, crop(lon=115.05, scale=3))]
    found, plan = outcomes([], *rows)
    assert found == [ADDED, ADDED]
    assert plan.added[0]["base_id"] != plan.added[1]["base_id"]
    found, _ = outcomes(plan.added, row(7, crop()), row(8, crop(lon=115.05, scale=3)))
    assert found == [UNCHANGED, UNCHANGED]


def test_an_equal_row_of_one_sheet_is_taken_once():
    found, plan = outcomes([], row(7, crop()), row(8, crop()))
    assert found == [ADDED, UNCHANGED]
    assert len(plan.added) == 1


@pytest.mark.parametrize(
    "second",
    [
        crop(scale=99),  # the same point, another scale
        crop(lon=None, lat=None, scale=99),  # no point: which plot?
        crop(subject_name="泰和大鹏惠民专业合作杜"),  # a typing error in the name
    ],
)
def test_what_could_be_the_same_record_goes_to_the_person(second):
    found, plan = outcomes([], row(7, crop()), row(8, second))
    assert found == [ADDED, REFUSED]
    assert len(plan.added) == 1
    assert any(f.row == 8 and "7" in str(f.message) for f in plan.findings)


def test_a_moved_point_with_another_scale_may_be_another_plot():
    found, _ = outcomes([crop()], row(7, crop(lon=115.1, scale=40)))
    assert found == [REFUSED]
    found, _ = outcomes([crop()], row(7, crop(lon=115.1)))
    assert found == [UPDATED]


def test_a_point_that_was_missing_is_filled():
    found, plan = outcomes([crop(lon=None, lat=None)], row(7, crop()))
    assert found == [UPDATED]
    assert plan.updated[0]["lon"] == 115.013018


def test_a_similar_name_in_the_store_is_refused():
    found, plan = outcomes([crop()], row(7, crop(subject_name="泰和大鹏惠民专业合作杜")))
    assert found == [REFUSED] and not plan.added


def test_short_personal_names_are_never_taken_for_each_other():
    found, _ = outcomes([animal()], row(7, animal(subject_name="何兰英")))
    assert found == [ADDED]


def test_the_record_number_decides_where_the_sheet_carries_one():
    stored = crop()
    moved = row(7, crop(subject_name="另一个名字的合作社"))
    moved.record["uuid"] = stored["uuid"]
    found, plan = outcomes([stored], moved)
    assert found == [UPDATED]
    assert plan.updated[0]["subject_name"] == "另一个名字的合作社"


def test_a_copied_record_number_is_refused():
    stored = crop()
    one, two = row(7, stored), row(8, crop(lon=115.2))
    one.record["uuid"] = two.record["uuid"] = stored["uuid"]
    found, _ = outcomes([stored], one, two)
    assert found == [UNCHANGED, REFUSED]


def test_a_file_seen_before_never_takes_back_an_edit():
    found, plan = outcomes([crop(contact_phone="13900001111")], row(7, crop(), seen=True))
    assert found == [UNCHANGED] and not plan.updated


def test_another_season_on_the_same_plot_is_the_next_crop():
    autumn = crop(market_start="2023-09", market_end="2023-12")
    stored = crop()
    found, plan = outcomes([stored], row(7, autumn))
    assert found == [ADDED]
    assert plan.added[0]["period"] == "2023-2"
    assert plan.added[0]["base_id"] == stored["base_id"]


def test_another_month_is_a_new_period_of_the_same_base():
    stored = animal(period="2023-05")
    found, plan = outcomes([stored], row(7, animal()))
    assert found == [ADDED]
    assert plan.added[0]["base_id"] == stored["base_id"]
    assert plan.added[0]["period"] == "2023-06"


def test_rows_whose_cells_were_not_understood_match_by_their_text():
    unknown = crop(product=None, original_values=json.dumps({"product": "豆角"}))
    other = crop(product=None, original_values=json.dumps({"product": "鲈鱼"}))
    found, plan = outcomes([], row(7, unknown), row(8, other))
    assert found == [ADDED, ADDED]
    found, _ = outcomes(plan.added, row(7, unknown), row(8, other))
    assert found == [UNCHANGED, UNCHANGED]


@pytest.mark.parametrize("text", ["手写", "[]", '"豇豆"', "{"])
def test_what_somebody_wrote_for_the_texts_of_a_sheet_stops_no_import(text):
    held = [crop(original_values=text), animal(product=None, original_values=text)]
    new = crop(scale=3.0, original_values=json.dumps({"scale": "三亩"}, ensure_ascii=False))
    found, plan = outcomes(held, row(7, new))
    assert found == [UPDATED]
    assert json.loads(plan.updated[0]["original_values"]) == {"scale": "三亩"}


def test_remarks_are_added_to_and_not_replaced():
    held, new = crop(remarks="电话已核对"), crop(remarks="产量：3吨")
    assert changes(held, new)["remarks"] == "电话已核对；产量：3吨"
    assert changes(crop(remarks="电话已核对；产量：3吨"), new) == {}


@pytest.mark.parametrize("period, expected", [("2024-2", "2024-2"), ("2024-03", "2023-1")])
def test_a_period_given_by_the_person_counts_for_its_kind(period, expected):
    matcher = Matcher([], period)
    matcher.take(row(7, crop()))
    matcher.take(row(8, animal()))
    assert matcher.plan.added[0]["period"] == expected
    assert matcher.plan.added[1]["period"] == ("2024-03" if "03" in period else "2023-06")


def test_the_order_of_choices_says_nothing():
    held = crop(production_modes='{"设施","露地"}')
    assert changes(held, crop(production_modes='{"露地","设施"}')) == {}


def test_a_similar_name_far_away_with_another_phone_is_another_producer():
    other = crop(subject_name="泰和大鹏惠民专业合作杜", lon=115.1, contact_phone="13900001111")
    found, _ = outcomes([crop()], row(7, other))
    assert found == [ADDED]


@pytest.mark.parametrize("name", ["泰和大鹏A区惠民合作社", "泰和大鹏一区惠民合作社"])
def test_numbers_and_letters_tell_producers_apart(name):
    other = name.replace("A", "B").replace("一", "二")
    found, _ = outcomes([], row(7, crop(subject_name=name)), row(8, crop(subject_name=other)))
    assert found == [ADDED, ADDED]


def not_understood(column, text, **more):
    """Return a stored draft in which one cell of the key could not be read."""
    return crop(**{column: None, "original_values": json.dumps({column: text}), **more})


@pytest.mark.parametrize(
    "draft",
    [
        not_understood("product", "豆角"),
        not_understood("product", "豆角", industry=None, period="2024-02"),
        not_understood("village", "大朋村"),
        not_understood("subject_name", "#REF!"),
        not_understood("market_start", "随时", market_end=None, period="2024-1"),
        not_understood("product", "豆角", lon=None, lat=None),
        not_understood("product", "豆角", status="returned"),
    ],
)
def test_a_corrected_row_completes_the_draft_whose_key_was_not_understood(draft):
    found, plan = outcomes([draft], row(7, crop()))
    assert found == [UPDATED]
    (update,) = plan.updated
    assert update["uuid"] == draft["uuid"]
    merged = {**draft, **update}
    assert [merged[key] for key in ("subject_name", "product", "village", "period")] == [
        crop()[key] for key in ("subject_name", "product", "village", "period")
    ]


@pytest.mark.parametrize(
    "draft",
    [
        not_understood("product", "豆角", lon=115.2),  # another place
        not_understood("product", "豆角", status="submitted"),  # no draft
        not_understood("product", "豆角", subject_name="泰和县别家合作社"),
        not_understood("product", "豆角", village="霞山村"),
        not_understood("product", "豆角", lon=None, lat=None, scale=40),
        not_understood("subject_name", "#REF!", lon=None, lat=None),
    ],
)
def test_a_draft_without_evidence_is_left_alone(draft):
    found, _ = outcomes([draft], row(7, crop()))
    assert found == [ADDED]


def test_two_drafts_that_a_row_may_complete_go_to_the_person():
    drafts = [not_understood("product", text) for text in ("豆角", "角豆")]
    found, plan = outcomes(drafts, row(7, crop()))
    assert found == [REFUSED] and not plan.updated


def test_a_draft_is_completed_once():
    draft = not_understood("product", "豆角", lon=None, lat=None)
    found, _ = outcomes([draft], row(7, crop()), row(8, crop(product="韭菜")))
    assert found == [UPDATED, ADDED]


def test_the_same_point_in_another_village_goes_to_the_person():
    found, _ = outcomes([crop()], row(7, crop(village="霞山村")))
    assert found == [REFUSED]
    found, _ = outcomes([crop()], row(7, crop(village="霞山村", lon=115.2)))
    assert found == [ADDED]


def edited(imported, **edits):
    """Return a matcher whose one record was imported so and edited since, and the record."""
    stored = {**imported, **edits}
    return Matcher([stored], imported={stored["uuid"]: imported}), stored


def test_a_sheet_sent_again_does_not_take_back_what_the_county_corrected():
    matcher, _ = edited(crop(), contact_phone="13900001111", lon=115.02, remarks="电话已核对")
    again = row(7, crop(scale=12.5))
    assert matcher.take(again) == UPDATED
    (update,) = matcher.plan.updated
    assert update["scale"] == 12.5
    assert not {"contact_phone", "lon", "remarks"} & set(update)
    assert any("contact_phone" not in str(f.message) and f.level == "info" for f in again.findings)


def test_what_both_changed_takes_the_sheets_value_and_says_so():
    matcher, _ = edited(crop(), contact_phone="13900001111")
    new = row(7, crop(contact_phone="13922223333"))
    assert matcher.take(new) == UPDATED
    assert matcher.plan.updated[0]["contact_phone"] == "13922223333"
    assert any(f.level == "warning" and "13900001111" in str(f.message) for f in new.findings)


def test_a_row_as_imported_meets_its_record_in_the_village_it_was_moved_to():
    matcher, _ = edited(crop(), village="霞山村", subject_name="泰和新名合作社")
    assert matcher.take(row(7, crop())) == UNCHANGED
    matcher, _ = edited(crop(), village="霞山村")
    assert matcher.take(row(7, crop(village="霞山村"))) == UNCHANGED


def test_a_point_that_takes_the_place_of_a_corrected_one_is_told():
    matcher, stored = edited(crop(), lat=26.9)
    new = row(7, crop(lon=115.03))
    assert matcher.take(new) == UPDATED
    told = [str(f.message) for f in new.findings if f.level == "warning"]
    assert len(told) == 1
    assert f"{stored['lon']:.8f},26.90000000" in told[0] and "点位经纬度" in told[0]


def test_a_point_set_since_the_import_is_told_where_the_sheet_brings_one():
    matcher, _ = edited(crop(lon=None, lat=None), lon=115.02, lat=26.9)
    new = row(7, crop(lon=115.0205, scale=crop()["scale"]))
    matcher.take(new)
    assert any("115.02000000,26.90000000" in str(f.message) for f in new.findings)


def test_a_corrected_point_that_stays_is_told_by_its_own_name():
    matcher, _ = edited(crop(), lon=115.02, coordinate_original="115.02,26.7")
    again = row(7, crop(scale=12.5))
    matcher.take(again)
    (kept,) = [str(f.message) for f in again.findings if f.level == "info"]
    assert "点位经纬度" in kept and "坐标" not in kept


def in_sheet(sheet, number, record):
    made = row(number, record)
    made.sheet = sheet
    return made


def test_an_earlier_row_of_another_file_is_named_with_it():
    matcher = Matcher([])
    matcher.take(in_sheet("马市镇.xlsx 采集表", 7, crop()))
    again = in_sheet("塘洲镇.xlsx 采集表", 9, crop())
    assert matcher.take(again) == UNCHANGED
    assert "row 7 of 马市镇.xlsx 采集表" in str(again.findings[0].message)
    doubtful = in_sheet("塘洲镇.xlsx 采集表", 10, crop(scale=99))
    assert matcher.take(doubtful) == REFUSED
    assert "row 7 of 马市镇.xlsx 采集表" in str(doubtful.findings[0].message)


def test_a_record_with_unsaved_edits_is_not_changed_by_a_row():
    stored = crop()
    matcher = Matcher([stored], in_hand={stored["uuid"]})
    assert matcher.take(row(7, crop(scale=12.5))) == REFUSED
    assert not matcher.plan.updated
    assert Matcher([stored], in_hand={stored["uuid"]}).take(row(7, crop())) == UNCHANGED


# --- a round that was opened, and bases that have stopped ------------------------------


def opened(**changes):
    """Return a round as it is rolled forward: what is asked again is empty."""
    blank = dict.fromkeys(("scale", "market_start", "market_end", "collected_on"))
    return {**blank, "status": "draft", **changes}


def rows_of_july(*records):
    return [
        ImportRow(
            "采集表", number, dict(r, uuid=None, base_id=None, period=None), reference="2023-07"
        )
        for number, r in enumerate(records, 7)
    ]


def test_a_sheet_of_the_new_month_fills_the_draft_that_was_opened():
    june = animal(base_id="b", status="approved")
    draft = {**june, **opened(uuid="new", period="2023-07")}
    for order in ([june, draft], [draft, june]):
        found, plan = outcomes(order, *rows_of_july(animal(scale=130, collected_on="2023-07-05")))
        assert found == [UPDATED] and not plan.added
        assert plan.updated[0]["uuid"] == "new" and plan.updated[0]["scale"] == 130
        assert "period" not in plan.updated[0]


def test_a_sheet_fills_the_drafts_of_several_plots_each_its_own():
    june = [animal(base_id=f"b{n}", lon=115.01 + n / 100, scale=60 + n) for n in range(3)]
    drafts = [{**r, **opened(uuid=f"u{n}", period="2023-07")} for n, r in enumerate(june)]
    sheet = rows_of_july(*(animal(lon=r["lon"], scale=80 + n) for n, r in enumerate(june)))
    found, plan = outcomes([*june, *drafts], *reversed(sheet))
    assert found == [UPDATED] * 3 and not plan.added
    assert {u["uuid"]: u["scale"] for u in plan.updated} == {"u0": 80, "u1": 81, "u2": 82}


@pytest.mark.parametrize(
    ("season", "period"),
    [
        (("2023-08", "2023-10"), "2023-2"),  # the round that was opened
        (("2023-02", "2023-04"), "2023-1"),  # the one that has this season
    ],
)
def test_a_crop_fills_the_round_that_was_opened_unless_it_is_the_one_before(season, period):
    first = crop(base_id="b", status="approved")
    second = {**first, **opened(uuid="new", period="2023-2")}
    given = crop(market_start=season[0], market_end=season[1], scale=9)
    for order in ([first, second], [second, first]):
        found, plan = outcomes(order, row(7, given))
        assert found == [UPDATED] and not plan.added
        assert plan.updated[0]["uuid"] == {"2023-1": first["uuid"], "2023-2": "new"}[period]


def zero(sheet_row):
    """Say 0 in the cell of the scale, as it is read."""
    sheet_row.record["scale"], sheet_row.zero = None, True
    message = Message("0")
    sheet_row.findings.append(Finding("cell-reject", ERROR, message, column="scale"))
    return sheet_row


def test_0_in_a_sheet_says_that_a_base_has_stopped_where_it_is_known():
    june = animal(base_id="b", status="approved")
    draft = {**june, **opened(uuid="new", period="2023-07")}
    (of_july,) = rows_of_july(animal())
    for stored in ([june, draft], [june]):
        found, plan = outcomes(stored, zero(of_july))
        (said,) = [*plan.updated, *plan.added]
        assert found == [UPDATED if len(stored) == 2 else ADDED]
        assert said["scale"] == 0 and plan.added in ([], [said])
        assert said.get("base_id", "b") == "b"
        assert [(f.level, f.column) for f in plan.findings] == [("warning", "scale")]
        of_july.record.update(uuid=None, base_id=None)


def test_0_in_a_sheet_is_no_scale_of_a_base_that_nobody_knows():
    found, plan = outcomes([], zero(row(7, animal())))
    assert found == [ADDED] and plan.added[0]["scale"] is None
    assert [(f.level, f.column) for f in plan.findings] == [("error", "scale")]
