"""What all our algorithms share: texts, choices by name, errors, layers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from qgis.core import (
    QgsCsException,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QIcon

from ..core.errors import InputError, OriginTraceError, StoreError
from ..core.messages import Message
from ..core.rules import Context
from ..core.schema import Record
from ..layers.records import is_record_layer, records_of, to_cgcs2000
from ..layers.store import open_store
from ..translation import render, tr

_ICONS = Path(__file__).resolve().parents[1] / "resources" / "icons"


def as_exception(error: OriginTraceError) -> QgsProcessingException:
    """Return our error as QGIS shows it: what happened, then what to do."""
    parts = [error.message, error.advice]
    return QgsProcessingException("\n".join(render(part) for part in parts if part is not None))


class OriginTraceAlgorithm(QgsProcessingAlgorithm):
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
        plain = dict(parameters)
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
        ok, message = super().checkParameterValues(plain, context)
        if not ok:
            return ok, message
        try:
            self.check(parameters, context)
        except OriginTraceError as error:
            return False, str(as_exception(error))
        return True, ""

    def check(self, parameters, context) -> None:
        """Raise an OriginTraceError for values that cannot work."""

    def processAlgorithm(self, parameters, context, feedback):
        """Run ``execute`` and show our errors in the user's language."""
        try:
            return self.execute(parameters, context, feedback)
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
        """Return the records of an input layer; raises InputError for a foreign layer."""
        source = self.parameterAsSource(parameters, name, context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, name))
        if not is_record_layer(source.fields()):
            raise InputError(
                Message("{layer} is not a layer of collection points.", layer=source.sourceName()),
                Message("Choose the layer collection_point of a store."),
            )
        transform = to_cgcs2000(source.sourceCrs(), context.transformContext())
        found = records_of(source.getFeatures(), source.fields(), transform)
        try:
            return list(_watched(found, feedback))
        except QgsCsException as error:
            raise InputError(
                Message("The points of {layer} cannot be transformed.", layer=source.sourceName()),
                Message("Check the layer's coordinate system."),
                str(error),
            ) from error

    def input_layer(self, parameters, context) -> QgsVectorLayer | None:
        """Return the layer of INPUT, also where only its selection is asked for."""
        value = parameters.get("INPUT")
        if isinstance(value, QgsProcessingFeatureSourceDefinition):
            value = value.source
        return self.parameterAsVectorLayer({"INPUT": value}, "INPUT", context)

    def store_uri(self, parameters, context) -> str | None:
        """Return the store that INPUT comes from, if it is one."""
        layer = self.input_layer(parameters, context)
        if layer is None:
            return None
        uri = layer.source().split("|")[0]
        return uri if uri.lower().endswith(".gpkg") else None

    def rule_context(self, parameters, context, inside=None) -> Context:
        """Return what rules need: the store's own products and county, else the notice's."""
        uri = self.store_uri(parameters, context)
        if uri is None:
            return Context(inside=inside)
        try:
            with open_store(uri) as store:
                return Context(products=store.products(), county=store.county_names, inside=inside)
        except StoreError:
            return Context(inside=inside)  # a plain layer with our columns


def _watched(records: Iterator[Record], feedback) -> Iterator[Record]:
    for record in records:
        if feedback.isCanceled():
            raise InputError(Message("Cancelled; nothing was written."))
        yield record
