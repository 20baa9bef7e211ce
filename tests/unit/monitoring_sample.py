"""200 records made for the monitoring, by a plain rule, and what is to be counted of them.

``truth`` counts again in its own way: one loop over the raw rows, each definition written
out by hand, nothing of core/monitoring.py or core/rounds.py. It looks at the rule by which
the rows are made (their ``number``), not only at their values.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from origin_trace.tests.unit.records import animal, crop

DAY = date(2023, 6, 15)
FIGURES = (
    *("bases", "expected", "collected", "open", "missed", "complete", "conforming", "doubtful"),
    *("confirmed", "in_time", "approved", "returned", "returned_late", "corrected_late"),
)
TOWNSHIPS = ("万合镇", "沿溪镇", "马市镇", None)
PRODUCTS = ("豇豆", "肉羊", "生猪", "大口黑鲈", "红薯")  # the last is not on the list
UNITS = {"肉羊": "只", "生猪": "头", "大口黑鲈": "亩"}
INDUSTRIES = {"大口黑鲈": "渔业"}
STATUSES = ("draft", "submitted", "submitted", "approved", "approved", "returned")
BASES = 160  # rows 160 to 199 are second rounds of the bases 0 to 39


def rows() -> list[dict]:
    """Return the 200 records, ``number`` beside the columns."""
    return [{**_row(number), "number": number} for number in range(200)]


def records() -> list[dict]:
    """Return the 200 records as a store holds them."""
    return [{key: value for key, value in row.items() if key != "number"} for row in rows()]


def _row(number: int) -> dict:
    base = number % BASES
    product = PRODUCTS[number % 5]
    lon, lat = 114.8 + base * 0.005, 26.7 + base % 7 * 0.02
    values = {
        "uuid": f"u{number:03}",
        "base_id": f"b{base:03}",
        "subject_name": f"{chr(0x4E00 + 37 * base)}{chr(0x5200 + 41 * base)}农场",
        "township": TOWNSHIPS[number % 4],
        "village": f"第{base % 3 + 1}村",
        "lon": lon,
        "lat": lat,
        "coordinate_original": f"{lon:.6f},{lat:.6f}",
        "contact_phone": f"138{base:08}",
        "collector": ("王甲", "李乙", "赵丙")[base % 3],
        "status": STATUSES[number % 6],
        "return_deadline": None,
        "import_batch": "b1",
        "scale": 100,
        **_round(number, product),
    }
    if values["status"] == "returned":
        values["return_deadline"] = "2023-06-10" if number // 6 % 2 else "2023-06-20"
    if number % 8 < 5:
        values.update(confirmed_on="2023-06-05", confirmed_how="入户")
    if number % 13 == 4:
        values["contact_phone"] = f"1380{number:03}"  # an error
    if number % 17 == 6:
        values.update(lon=None, lat=None)  # not complete
    if number % 19 == 7:
        values["contact"] = None  # not complete
    if number % 23 == 8:
        values.update(confirmed_on="2023-12-01", confirmed_how="入户")  # a warning
    if number % 37 == 5:
        values["scale"] = 0  # has stopped
    if opened(number):
        values.update(scale=None, status="draft", return_deadline=None)
    if product == "豇豆":
        return crop(**values)
    more = {"product": product, "scale_unit": UNITS.get(product, "只")}
    return animal(industry=INDUSTRIES.get(product, "畜牧业"), **{**values, **more})


def opened(number: int) -> bool:
    """Tell whether a row is a round that was opened and not collected."""
    return number >= BASES and number % 2 == 1


def _round(number: int, product: str) -> dict:
    base = number % BASES
    if product == "豇豆":
        if number >= BASES:  # the crop of this year follows one of last year
            return {"period": "2023-1", "market_start": "2023-08", "market_end": "2023-10"}
        first = {"period": "2022-1", "market_start": "2022-08", "market_end": "2022-10"}
        return (
            {
                0: {"period": "2023-1", "market_start": "2023-05", "market_end": "2023-07"}
                | {"collected_on": "2023-05-20" if base % 2 else "2023-02-10"},
                1: {**first, "collected_on": "2022-05-10"},
                2: {"period": "2022-1", "market_start": "2022-05", "market_end": "2022-07"}
                | {"collected_on": "2022-03-10"},
            }[base % 3]
            if base >= 40
            else first
        )
    month = ("2023-06", "2023-05", "2023-04")[base % 3]
    if number >= BASES:
        month = {"2023-06": "2023-07"}.get(month, "2023-06")
    days = {"2023-07": "2023-06-14", "2023-06": "2023-06-08", "2023-05": "2023-05-30"}
    return {"period": month, "collected_on": None if number % 7 == 0 else days.get(month)}


# --- counting again, by hand --------------------------------------------------------


def truth(columns: tuple[str, ...]) -> dict[tuple, dict[str, int]]:
    """Return the figures by the values of some columns."""
    sums: dict[tuple, dict[str, int]] = defaultdict(lambda: dict.fromkeys(FIGURES, 0))
    listed = rows()
    for base in range(BASES):
        first = listed[base]
        second = listed[base + BASES] if base < 40 else None
        last, told, state = _state(first, second)
        if last["scale"] == 0:
            continue
        line = sums[tuple(last[column] for column in columns)]
        line["bases"] += 1
        if state is None:
            continue
        line["expected"] += 1
        line[state] += 1
        if state != "collected":
            continue
        number = told["number"]
        complete = told["township"] is not None and number % 17 != 6 and number % 19 != 7
        line["complete"] += complete
        line["conforming"] += complete and number % 13 != 4
        line["doubtful"] += number % 23 == 8
        line["confirmed"] += number % 8 < 5 or number % 23 == 8
        line["in_time"] += _in_time(told)
        line["approved"] += told["status"] == "approved"
    for row in listed:
        if row["status"] == "returned":
            line = sums[tuple(row[column] for column in columns)]
            line["returned"] += 1
            line["returned_late"] += row["return_deadline"] == "2023-06-10"
    return dict(sums)


def _state(first: dict, second: dict | None) -> tuple[dict, dict, str | None]:
    """Return the last round of a base, the one that was collected last, where it stands."""
    collected_second = second is not None and second["scale"] is not None
    last = second or first
    if first["product"] == "红薯":
        return last, last, None
    if first["product"] == "豇豆":
        if collected_second:
            return last, second, "collected"  # 2023-1: the next one is planted next year
        if first["scale"] == 0:  # stopped, then opened again for this year
            return last, second or first, "open"
        if first["period"] == "2023-1":
            return last, first, "collected"
        return last, first, "open" if first["market_start"] == "2022-08" else "missed"
    if second is not None and second["period"] == "2023-07":  # begins after the day
        last, second, collected_second = first, None, False
    told = second if collected_second else first
    if told["period"] == "2023-06":
        return last, told, "collected"
    if first["scale"] == 0 and second is not None:
        return last, told, "open"  # stopped, then opened for June
    return last, told, "open" if told["period"] == "2023-05" else "missed"


def _in_time(row: dict) -> bool:
    if row["collected_on"] is None:
        return False
    if row["product"] == "豇豆":
        return row["collected_on"] < row["market_start"]
    return row["collected_on"][:7] <= row["period"]
