"""What all our algorithms share: texts, choices by name, errors, layers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from qgis.core import (
    QgsCsException,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
)
from qgis.PyQt.QtGui import QIcon

from ..core.errors import InputError, NoStoreError, OriginTraceError
from ..core.messages import Message
from ..core.schema import Record
from ..layers.pg_place import is_server
from ..layers.records import cut_column, is_record_layer, records_of, to_cgcs2000
from ..layers.store import open_store
from ..translation import render, tr
from .input_store import InputStore
from .store_parameter import with_file_names
from .targets import check_targets, layer_of
from .values import check_values

_ICONS = Path(__file__).resolve().parents[1] / "resources" / "icons"


def as_exception(error: OriginTraceError) -> QgsProcessingException:
    """Return our error as QGIS shows it: what happened, then what to do."""
    parts = [error.message, error.advice]
    return QgsProcessingException("\n".join(render(part) for part in parts if part is not None))


class OriginTraceAlgorithm(InputStore, QgsProcessingAlgorithm):
    """Base of our algorithms: a subclass declares itself and ``execute``.

    ``NAME`` is the id (DESIGN 6). ``define`` adds parameters, ``execute`` does
    the work; an OriginTraceError in it is shown in the user's language.
    """

    NAME = ""

    def __init__(self) -> None:
        super().__init__()
        self._choices: dict[str, tuple[str, ...]] = {}

    # --- what a subclass writes ------------------------------------------------

    def title(self) -> str:
        """Return the translated display name."""
        raise NotImplementedError

    def section(self) -> tuple[str, str]:
        """Return (group id, translated group name)."""
        raise NotImplementedError

    def about(self) -> str:
        """Return the translated help, a few sentences."""
        raise NotImplementedError

    def define(self) -> None:
        """Add the parameters and outputs."""
        raise NotImplementedError

    def execute(self, parameters, context, feedback) -> dict:
        """Do the work and return the outputs."""
        raise NotImplementedError

    # --- what QGIS asks ----------------------------------------------------------

    def createInstance(self):
        """Return a new instance."""
        return type(self)()

    def name(self) -> str:
        """Return the id."""
        return self.NAME

    def displayName(self) -> str:
        """Return the translated title."""
        return self.title()

    def groupId(self) -> str:
        """Return the group's id."""
        return self.section()[0]

    def group(self) -> str:
        """Return the group's translated name."""
        return self.section()[1]

    def icon(self) -> QIcon:
        """Return the algorithm's own icon."""
        return QIcon(str(_ICONS / f"{self.NAME}.svg"))

    def shortHelpString(self) -> str:
        """Return the help: what it does, then each parameter."""
        lines = [f"<p>{paragraph}</p>" for paragraph in self.about().split("\n")]
        for parameter in self.parameterDefinitions():
            if parameter.help():
                lines.append(f"<p><b>{parameter.description()}</b><br>{parameter.help()}</p>")
        return "\n".join(lines)

    def helpString(self) -> str:
        """Return the same help for qgis_process."""
        return self.shortHelpString()

    def initAlgorithm(self, configuration=None) -> None:
        """Declare parameters and outputs; nothing is opened here."""
        self.define()

    def checkParameterValues(self, parameters, context):
        """Check values; choices may be given by name or number (DESIGN 6)."""
        plain = with_file_names(self, parameters)
        for name, names in self._choices.items():
            if plain.get(name) in (None, ""):
                continue
            try:
                numbers = [names.index(n) for n in self._names(plain[name], names)]
            except ValueError:
                return False, tr("{parameter}: {value} is not one of {choices}.").format(
                    parameter=self.parameterDefinition(name).description(),
                    value=plain[name],
                    choices=", ".join(names),
                )
            multiple = self.parameterDefinition(name).allowMultiple()
            plain[name] = numbers if multiple else numbers[0]
        try:
            check_values(self, plain, context)
            check_targets(self, parameters, context)
            self.check(parameters, context)
        except OriginTraceError as error:
            return False, str(as_exception(error))
        return super().checkParameterValues(plain, context)

    def check(self, parameters, context) -> None:
        """Raise an OriginTraceError for values that cannot work."""

    def processAlgorithm(self, parameters, context, feedback):
        """Run ``execute`` and show our errors in the user's language."""
        try:
            go_on(feedback)
            results = self.execute(parameters, context, feedback)
            feedback.setProgress(100)
            return results
        except OriginTraceError as error:
            if error.detail:
                feedback.pushDebugInfo(error.detail)
            raise as_exception(error) from error

    # --- help for subclasses -------------------------------------------------------

    def add(self, parameter, text: str = "", advanced: bool = False) -> None:
        """Add a parameter with its help."""
        parameter.setHelp(text)
        if advanced:
            parameter.setFlags(parameter.flags() | parameter.Flag.FlagAdvanced)
        self.addParameter(parameter)

    def add_choice(
        self,
        name: str,
        description: str,
        names: tuple[str, ...],
        labels: list[str],
        text: str = "",
        default: object = 0,
        multiple: bool = False,
        advanced: bool = False,
    ) -> None:
        """Add an enum whose values may be given by number or by name."""
        self._choices[name] = names
        self.add(
            QgsProcessingParameterEnum(
                name,
                description,
                options=labels,
                allowMultiple=multiple,
                defaultValue=default,
                optional=multiple,
            ),
            text,
            advanced,
        )

    def add_points_input(self) -> None:
        """Add INPUT: a layer with the schema of collection_point."""
        self.add(
            QgsProcessingParameterFeatureSource("INPUT", tr("Collection points")),
            tr(
                "The layer collection_point of a store, or any layer with the same columns. "
                "«Selected features only» is respected."
            ),
        )

    def choice(self, parameters, name: str) -> str:
        """Return the one chosen name."""
        value = parameters.get(name)
        if value in (None, ""):
            value = self.parameterDefinition(name).defaultValue()
        return self._names(value, self._choices[name])[0]

    def choices(self, parameters, name: str) -> tuple[str, ...]:
        """Return the chosen names, none for all."""
        value = parameters.get(name)
        return () if value in (None, "") else tuple(self._names(value, self._choices[name]))

    @staticmethod
    def _names(value: object, names: tuple[str, ...]) -> list[str]:
        """Return names for numbers, names or several of either; ValueError else."""
        if isinstance(value, str):
            for separator in "、，;；":
                value = value.replace(separator, ",")
            value = [part.strip() for part in value.split(",")]
        elif not isinstance(value, (list, tuple)):
            value = [value]
        found = []
        for part in value:
            if isinstance(part, str) and not part.isdigit():
                if part not in names:
                    raise ValueError(part)
                found.append(part)
            elif 0 <= int(part) < len(names):
                found.append(names[int(part)])
            else:
                raise ValueError(part)
        return found

    def text(self, parameters, name: str, context) -> str:
        """Return a text parameter without outer blanks."""
        return (self.parameterAsString(parameters, name, context) or "").strip()

    def records(self, parameters, context, feedback, name: str = "INPUT") -> list[Record]:
        """Return the records of an input layer.

        Raises InputError for a foreign layer or one of which not all can be read, and
        StoreError for a store that is damaged, in use or of a newer version.
        """
        source = self.parameterAsSource(parameters, name, context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, name))
        if not is_record_layer(source.fields()):
            cut = cut_column(source.fields())
            if cut is not None:
                raise InputError(
                    Message(
                        "{layer} has column names that were cut to 10 letters, such as {name}.",
                        layer=source.sourceName(),
                        name=cut,
                    ),
                    Message("A shapefile cannot hold our columns: save it as a GeoPackage."),
                )
            raise InputError(
                Message("{layer} is not a layer of collection points.", layer=source.sourceName()),
                Message("Choose the layer collection_point of a store."),
            )
        uri = self.store_uri(parameters, context) if name == "INPUT" else None
        layer = layer_of(self, parameters, name, context)
        expected = -1 if uri is None else _expected(source, layer, parameters[name], uri)
        transform = to_cgcs2000(source.sourceCrs(), context.transformContext())
        found = records_of(source.getFeatures(), source.fields(), transform)
        try:
            records = []
            for record in found:
                go_on(feedback)
                records.append(record)
        except QgsCsException as error:
            raise InputError(
                Message("The points of {layer} cannot be transformed.", layer=source.sourceName()),
                Message("Check the layer's coordinate system."),
                str(error),
            ) from error
        # Reading just ends where a file cannot be read on.
        if expected >= 0 and len(records) != expected:
            raise InputError(
                Message(
                    "Not all records of {layer} could be read: {read} of {count}.",
                    read=len(records),
                    count=expected,
                    layer=uri,
                ),
                Message("Try again; if it happens again, bring back the latest backup."),
            )
        return records


def _expected(source, layer, value: object, uri: str) -> int:
    """Return how many features of a store's layer have to come, -1 where nobody knows.

    ``value``: what the parameter was given. Raises StoreError for a store that cannot be read.
    """
    count = source.featureCount()
    with suppress(NoStoreError), open_store(uri) as store:
        # QGIS counts the rows of a server only once; it knows the selected ones.
        if is_server(uri) and not isinstance(value, QgsProcessingFeatureSourceDefinition):
            count = store.count()
    return -1 if layer.subsetString() else count  # of a filtered one QGIS may still count all


def go_on(feedback) -> None:
    """Raise InputError once the person has cancelled."""
    if feedback.isCanceled():
        raise InputError(Message("Cancelled; nothing was written."))


def watched(items: Iterable, feedback) -> Iterator:
    """Go through items until the person cancels."""
    for number, item in enumerate(items):
        if number % 1000 == 0:
            go_on(feedback)
        yield item


def shown(feedback, percent: float) -> bool:
    """Show the progress; return False once the person has cancelled."""
    feedback.setProgress(percent)
    return not feedback.isCanceled()
