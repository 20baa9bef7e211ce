"""Our algorithms run in the background, one job each, so that windows stay usable."""

from __future__ import annotations

from dataclasses import dataclass, field

from qgis.core import (
    QgsApplication,
    QgsMapLayer,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.errors import InputError
from ..core.messages import Message

# Python's side of a task must outlive its window: QGIS does not hold it.
_running: set[Job] = set()


@dataclass
class Outcome:
    """How a job ended: its results, or why there are none."""

    done: bool
    results: dict
    errors: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    cancelled: bool = False
    layers: dict[str, QgsMapLayer] = field(default_factory=dict)  # output -> table or layer

    @property
    def problem(self) -> str:
        """What went wrong, in a few sentences."""
        return " ".join(" ".join(self.errors).split())


class _Feedback(QgsProcessingFeedback):
    """Keeps what an algorithm says; called from the job's thread."""

    def __init__(self) -> None:
        super().__init__(False)
        self.errors: list[str] = []
        self.warnings: list[str] = []

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N803
        self.errors.append(error)

    def pushWarning(self, warning: str) -> None:
        self.warnings.append(warning)


class Job(QObject):
    """One run of ``origintrace:<name>``.

    ``project`` only where the algorithm looks at edits in it: an input given as a file would
    be taken from the project's layers, and a layer that is removed while a thread reads it
    takes QGIS down. ``layers``: outputs that are tables in memory.
    """

    progressed = pyqtSignal(float)  # percent
    ended = pyqtSignal(object)  # Outcome

    def __init__(
        self,
        name: str,
        parameters: dict,
        project: QgsProject | None = None,
        layers: tuple[str, ...] = (),
    ) -> None:
        super().__init__()
        self._name, self._parameters, self._layers = name, parameters, layers
        self._context = QgsProcessingContext()
        if project is not None:
            self._context.setProject(project)
        self._feedback = _Feedback()
        self._context.setFeedback(self._feedback)
        self._task: QgsProcessingAlgRunnerTask | None = None

    def start(self) -> None:
        """Check the parameters and go. Raises InputError where they cannot work."""
        algorithm = QgsApplication.processingRegistry().algorithmById(f"origintrace:{self._name}")
        if algorithm is None:
            raise InputError(
                Message("The tool {name} is not there.", name=self._name),
                Message("Switch the plugin off and on in QGIS's plugin manager."),
            )
        fits, why = algorithm.checkParameterValues(self._parameters, self._context)
        if not fits:
            raise InputError(Message("{reason}", reason=" ".join(why.split())))
        self._task = QgsProcessingAlgRunnerTask(
            algorithm, self._parameters, self._context, self._feedback
        )
        self._task.executed.connect(self._executed)
        self._task.progressChanged.connect(self.progressed)
        _running.add(self)
        QgsApplication.taskManager().addTask(self._task)

    def cancel(self) -> None:
        """Ask the work to stop; it ends with an Outcome all the same."""
        self._feedback.cancel()

    def _executed(self, done: bool, results: dict) -> None:
        cancelled = self._feedback.isCanceled() and not done
        outcome = Outcome(done, results, self._feedback.errors, self._feedback.warnings, cancelled)
        for name in self._layers if done else ():
            layer = self._context.takeResultLayer(results.get(name) or "")
            if layer is not None:
                outcome.layers[name] = layer
        # The task is QGIS's, which deletes it after this signal.
        self._task = None
        _running.discard(self)
        self.ended.emit(outcome)
