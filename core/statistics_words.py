"""What the statistics say in words, the same on sheet and page: each number defined once."""

from __future__ import annotations

from .messages import Message
from .statistics_count import ALL_YEAR, NOT_STATED, OTHER_TIME

TITLE = Message("Statistics of key farm products")
EVERYTHING = Message("All records")  # in the place of an empty query
OF_RECORDS, OF_SCALE = Message("Unit: records"), Message("Unit: as in the heads")
TOTAL = Message("Total")
PARTS = Message("Parts")  # heads the bar

RECORDS, POINTS, NO_SCALE = Message("Records"), Message("On the map"), Message("Without scale")
SUM = Message("Total\n({unit})")
IN_UNIT = Message("{name}\n({unit})")
WITHOUT_MONTH = {
    ALL_YEAR: Message("All year"),
    NOT_STATED: Message("Not stated"),
    OTHER_TIME: Message("Other times"),
}

NUMBER = Message("Township × product")
SCALE = Message("Scale")
SUBJECT_TYPES = Message("Types of producers")
CERTIFICATION = Message("Certification")
TRACE_MODES = Message("Trace modes")
CALENDAR = Message("Season calendar")

NUMBER_CHART = Message("Records by township and product")
SCALE_CHART = Message("Scale by township ({unit})")
SUBJECT_CHART = Message("Types of producers by township (records)")
CERTIFICATION_CHART = Message("Certification by product (records)")
TRACE_CHART = Message("Trace modes (records)")
CALENDAR_CHART = Message("On the market by month (records)")

RECORDS_NOTE = Message(
    "Records: what the query finds, of each base and product the latest collected round unless a "
    "period is asked for."
)
POINTS_NOTE = Message("On the map: records with a point; the map of the same query shows as many.")
SCALE_NOTE = Message(
    "Scale: added up for each unit by itself; only units of one kind are converted (1 公顷 = "
    "15 亩)."
)
NO_SCALE_NOTE = Message("Without scale: records whose scale or unit is empty or no number.")
CHOICE_NOTE = Message("Each record counts in one column.")
MODES_NOTE = Message(
    "A record with several trace modes counts in each of them: the columns come to more than "
    "the records."
)
CALENDAR_NOTE = Message(
    "A record counts in each month in which it comes to market, for one day or more; a season "
    "may cross the end of the year, and dates without a year hold for every year."
)
WITHOUT_MONTH_NOTE = Message(
    "All year: animals and fish without market dates. Not stated: others without market dates. "
    "A query for a month finds both with those of the month. Other times: on the market in none "
    "of these months."
)
COLOUR_NOTE = Message("Colour: the darker, the nearer to the line's strongest month.")
