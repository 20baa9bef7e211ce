"""Records to test with; every producer and phone is invented."""

from __future__ import annotations

import uuid

from origin_trace.core.schema import empty_record, join_choices


def crop(**changes) -> dict:
    """Return a complete, faultless crop record."""
    record = empty_record()
    record.update(
        uuid=str(uuid.uuid4()),
        base_id=str(uuid.uuid4()),
        period="2023-1",
        status="draft",
        subject_name="泰和大鹏惠民专业合作社",
        subject_type="农民专业合作社",
        industry="种植业",
        product="豇豆",
        province="江西省",
        city="吉安市",
        county="泰和县",
        township="万合镇",
        village="大鹏村",
        lon=115.013018,
        lat=26.859674,
        coordinate_source="cgcs2000",
        coordinate_original="115.013018,26.859674",
        contact="何英军",
        contact_phone="18000079618",
        scale=11.7,
        scale_unit="亩",
        market_start="2023-01",
        market_end="2023-04",
        production_modes=join_choices(["露地"]),
        trace_modes=join_choices(["追溯码", "包装标识"]),
        grid_officer="何福",
        grid_officer_phone="15000077483",
        collector="李志",
        collector_phone="13000002925",
    )
    record.update(changes)
    return record


def animal(**changes) -> dict:
    """Return a complete, faultless animal record."""
    record = crop(
        subject_name="何兰梅",
        subject_type="农户",
        industry="畜牧业",
        product="肉羊",
        period="2023-06",
        scale=120,
        scale_unit="只",
        market_start=None,
        market_end=None,
        production_modes=None,
        trace_modes=join_choices(["动物检疫合格证"]),
    )
    record.update(changes)
    return record
