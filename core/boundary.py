"""What rules ask of a county's polygon layer; layers/boundary.py answers."""

from __future__ import annotations

from abc import ABC, abstractmethod


class Boundary(ABC):
    """The county's polygons, asked about points in CGCS2000 degrees.

    ``names_county``: False where all polygons say that they are of other counties; then
    all were taken for the county's.
    """

    names_county = True

    @abstractmethod
    def __call__(self, lon: float, lat: float) -> float:
        """Return the metres outside of the county: 0 inside, infinite for no place on earth."""

    @abstractmethod
    def names(self, lon: float, lat: float) -> dict[str, str]:
        """Return level (county, township …) -> name of the polygons that hold a point."""

    @abstractmethod
    def outside_township(self, lon: float, lat: float, township: str) -> float | None:
        """Return the metres outside of a township of the county, None where it has no polygon."""
