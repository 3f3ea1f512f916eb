"""What a bench found: figures, each with the goal it is held to, if any. Nothing here fails: it is told."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Goal:
    """A limit of the performance table (docs/performance.md)."""

    limit: float
    at_least: bool
    """True: the figure must not be smaller; False: not greater."""

    def met_by(self, value: float) -> bool:
        return value >= self.limit if self.at_least else value <= self.limit

    def __str__(self) -> str:
        return f"{'≥' if self.at_least else '≤'} {self.limit:g}"


def at_least(limit: float) -> Goal:
    return Goal(limit, at_least=True)


def at_most(limit: float) -> Goal:
    return Goal(limit, at_least=False)


@dataclass(frozen=True)
class Figure:
    """One number."""

    key: str
    """Stable name for programs: `ratio_to_nginx`."""
    label: str
    """What people read."""
    value: float
    unit: str = ""
    goal: Goal | None = None

    @property
    def reached(self) -> bool | None:
        """None where nothing is promised."""
        return None if self.goal is None else self.goal.met_by(self.value)

    def as_json(self) -> dict[str, object]:
        goal = None if self.goal is None else str(self.goal)
        return {
            "key": self.key,
            "label": self.label,
            "value": float(f"{self.value:.6g}"),
            "unit": self.unit,
            "goal": goal,
            "reached": self.reached,
        }


@dataclass(frozen=True)
class Result:
    """Everything one bench found."""

    bench: str
    figures: tuple[Figure, ...]
    notes: tuple[str, ...] = field(default=())
    """What a reader must know to judge the figures, such as what could not be measured here."""

    def as_json(self) -> dict[str, object]:
        figures = [figure.as_json() for figure in self.figures]
        return {"bench": self.bench, "figures": figures, "notes": list(self.notes)}
