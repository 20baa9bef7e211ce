"""Frames to draw from; every producer and person is invented."""

from __future__ import annotations

from origin_trace.core.draw_frame import Frame, Inspector, Place, Producer

TOWNS = ("万合镇", "马市镇", "沿溪镇", "塘洲镇")
PRODUCTS = ("豇豆", "肉羊", "乌鳢")


def place(number, **changes):
    """Return a place near the middle of the county, told by its number."""
    values = {
        "uuid": f"u{number:05d}",
        "base_id": f"b{number:05d}",
        "township": TOWNS[number % len(TOWNS)],
        "village": f"{number % 7}村",
        "product": PRODUCTS[number % len(PRODUCTS)],
        "point": (114.8 + (number * 37 % 101) / 250, 26.6 + (number * 53 % 97) / 250),
    }
    return Place(**{**values, **changes})


def producer(number, lots=1, places=None, **changes):
    """Return a producer with one place, or those given."""
    places = places or (place(number, **changes),)
    return Producer(min(each.uuid for each in places), f"第{number}社", lots, tuple(places))


def inspector(number, barred=(), own=()):
    """Return an inspector, told by a number."""
    return Inspector(f"i{number:02d}", f"检查{number}", tuple(barred), tuple(own))


def frame(count=20, inspectors=6, **changes):
    """Return a frame of so many producers and inspectors."""
    return Frame.of(
        [producer(number, **changes) for number in range(count)],
        [inspector(number) for number in range(inspectors)],
    )
