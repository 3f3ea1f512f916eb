"""Shared parts of affairs: blocks of questions, papers and checks, and a 서식 that several affairs use.

`data/forms/blocks/<id>.yaml` holds lists (`pages`, `questions`, `papers` …); `data/forms/<sector>/<id>.yaml` holds a
whole form. An affair's file names them where their parts should stand and says only what is its own; its own pages come after
those of the shared form:

```yaml
form:
  use: commerce/mail-order-changes
  set: {reason: {label: 왜 쉬나요?}}
  pages:
    - use: applicant
      leave_out: [email]
      set: {owner_name: {official: 성명}}
papers:
  - use: business-registration
```

Everything is put in its place before the schema reads it, so that a stored version never hangs on a block.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, ValidationError

from eok.catalogue import renaming, sentences
from eok.catalogue.sentences import meant
from eok.catalogue.sources import Cel, Part
from eok.offices import data_file
from eok.offices.data_file import DataFile, DataFileError, Loc

KINDS = ("pages", "questions", "papers", "review", "preparation", "supplement_reasons", "refusal_reasons")
"""Lists a block may hold."""
LISTS = tuple(kind for kind in KINDS if kind not in ("pages", "questions"))
FOLDER = "blocks"


def expand(file: DataFile, forms_dir: Path) -> DataFile:
    """The file with every `use` replaced by what it names. Raises DataFileError with file and line."""
    shelf = _Shelf(forms_dir)
    for kind in LISTS:
        file = shelf.with_list(file, kind)
    form = file.value.get("form")
    if not isinstance(form, dict):
        return file
    whole = shelf.form(file.part(("form",), ()))
    places = {loc: place for loc, place in file.places.items() if loc[:1] != ("form",)}
    places.update({("form", *loc): place for loc, place in whole.places.items()})
    return DataFile({**file.value, "form": whole.value}, places)


class Use(Part):
    """What may be said of a block where it is used."""

    use: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*(/[a-z][a-z0-9-]*)?$")]
    only: tuple[str, ...] = ()
    """Ids that are wanted; none: all."""
    leave_out: tuple[str, ...] = ()
    set_: dict[str, dict[str, Any]] = Field(default_factory=dict, alias="set")  # checked as what it makes
    """By id of a page, question, paper …: fields laid over it."""
    prefix: Annotated[str, Field(pattern=r"^([a-z][a-z0-9]*_)?$")] = ""
    """Before the id of every question."""
    when: Cel | None = None
    """A further condition of every question."""


SAYS = {"use", "only", "leave_out", "set", "prefix", "when"}


@dataclass(frozen=True)
class _Shelf:
    folder: Path
    stack: tuple[str, ...] = ()
    """Blocks that are being put in, so that a circle is seen."""

    def form(self, form: DataFile) -> DataFile:
        """With the shared form it names beneath it."""
        if "use" in form.value:
            form = self._shared(form)
        pages = form.value.get("pages")
        return self.with_list(form, "pages") if isinstance(pages, list) else form

    def _shared(self, form: DataFile) -> DataFile:
        said = _said(_only(form, SAYS))
        base = self._inside(form, said.use).form(self._read(form, said.use))
        pages = _adapted(_items(base, "pages"), "pages", form, said) + _items(form, "pages")
        return _with(base.overlaid_by(_only(form, form.value.keys() - SAYS - {"pages"})), "pages", pages)

    def with_list(self, file: DataFile, kind: str) -> DataFile:
        """The file with this list of it whole."""
        if not isinstance(file.value, dict) or not isinstance(file.value.get(kind), list):
            return file
        return _with(file, kind, self._whole(_items(file, kind), kind))

    def _whole(self, items: Iterable[DataFile], kind: str) -> list[DataFile]:
        found: list[DataFile] = []
        for item in items:
            if isinstance(item.value, dict) and "use" in item.value:
                found += self._used(item, kind)
            else:
                found.append(self.with_list(item, "questions") if kind == "pages" else item)
        return found

    def _used(self, item: DataFile, kind: str) -> list[DataFile]:
        said = _said(item)
        inside = self._inside(item, said.use)
        block = self._read(item, f"{FOLDER}/{said.use}")
        items = inside._whole(_held(block, kind), kind)
        if not items:
            raise DataFileError(item.place(("use",)), f"블록({said.use})에 {kind}가 없습니다.")
        return _adapted(items, kind, item, said)

    def _inside(self, item: DataFile, name: str) -> "_Shelf":
        if name in self.stack:
            circle = " → ".join((*self.stack, name))
            raise DataFileError(item.place(("use",)), f"블록이 돌고 돌아 자기 자신을 씁니다: {circle}")
        return _Shelf(self.folder, (*self.stack, name))

    def _read(self, item: DataFile, name: str) -> DataFile:
        path = self.folder / f"{name}.yaml"
        if not path.is_file():
            known = [
                str(one.relative_to(self.folder).with_suffix("")) for one in self.folder.glob("*/*.yaml")
            ]
            text = f"data/forms/{name}.yaml이 없습니다{meant(name, known)}"
            raise DataFileError(item.place(("use",)), text)
        file = data_file.read(path)
        if not isinstance(file.value, dict):
            raise DataFileError(file.place(()), "블록은 이름: 값 꼴로 적어야 합니다")
        return file


def _said(item: DataFile) -> Use:
    try:
        return Use.model_validate(item.value)
    except ValidationError as error:
        fault = error.errors()[0]
        raise DataFileError(item.place(fault["loc"]), sentences.fault(fault, SAYS)) from error


def _refuse_others(file: DataFile, known: Collection[str], where: str) -> None:
    for word in sorted(file.value.keys() - set(known)):
        raise DataFileError(
            file.place((word,)), f"{where}에 쓸 수 없는 이름입니다: {word}{meant(word, known)}"
        )


def _held(block: DataFile, kind: str) -> list[DataFile]:
    """Its items of a kind; the questions of its pages where it is used inside a page."""
    for word in sorted(block.value.keys() - set(KINDS)):
        raise DataFileError(block.place((word,)), f"블록에 쓸 수 없는 이름입니다: {word}{meant(word, KINDS)}")
    if kind == "questions" and "questions" not in block.value:
        return [one for page in _items(block, "pages") for one in _items(page, "questions")]
    return _items(block, kind)


def _adapted(items: Sequence[DataFile], kind: str, item: DataFile, said: Use) -> list[DataFile]:
    """As the one who uses them wants them: fewer, with other fields, under other ids."""
    _refuse_unknown(item, said, [one for each in items for one in _ids(each)])
    kept = [left for one in items if (left := _less(one, kind, said)) is not None]
    changed = [_set(one, item, said) for one in kept]
    if kind in ("pages", "questions"):
        return renaming.of(changed, kind, when=said.when, prefix=said.prefix)
    return changed


def _refuse_unknown(item: DataFile, said: Use, ids: list[str]) -> None:
    named: list[tuple[Loc, str]] = [(("set", name), name) for name in said.set_]
    named += [(("leave_out", at), name) for at, name in enumerate(said.leave_out)]
    named += [(("only", at), name) for at, name in enumerate(said.only)]
    for loc, name in named:
        if name not in ids:
            text = f"블록({said.use})에 없는 id입니다: {name}{meant(name, ids)}"
            raise DataFileError(item.place(loc), text)


def _ids(item: DataFile) -> list[str]:
    inner = [name for one in _items(item, "questions") for name in _ids(one)]
    return [item.value.get("id") or item.value.get("question", ""), *inner]


def _less(item: DataFile, kind: str, said: Use) -> DataFile | None:
    """Without what is left out; None when nothing is left of it."""
    name = _ids(item)[0]
    if name in said.leave_out:
        return None
    if kind == "pages":
        left = [one for one in _items(item, "questions") if _less(one, "questions", said) is not None]
        return _with(item, "questions", left) if left else None
    return item if not said.only or name in said.only else None


def _set(item: DataFile, by: DataFile, said: Use) -> DataFile:
    """With the fields said of it, and of the questions inside it."""
    inner = _items(item, "questions")
    if inner:
        item = _with(item, "questions", [_set(one, by, said) for one in inner])
    name = _ids(item)[0]
    return item.overlaid_by(by.part(("set", name), ())) if name in said.set_ else item


def _items(file: DataFile, key: str) -> list[DataFile]:
    listed = file.value.get(key) if isinstance(file.value, dict) else None
    if not isinstance(listed, list):
        return []
    return [file.part((key, index), ()) for index in range(len(listed))]


def _with(file: DataFile, key: str, items: Sequence[DataFile]) -> DataFile:
    """The file with these items as one of its lists."""
    places = {loc: place for loc, place in file.places.items() if loc[:1] != (key,)}
    places[(key,)] = file.place((key,))
    for index, item in enumerate(items):
        places.update({(key, index, *loc): place for loc, place in item.places.items()})
    return DataFile({**file.value, key: [item.value for item in items]}, places)


def _only(file: DataFile, names: Collection[str]) -> DataFile:
    value = {key: one for key, one in file.value.items() if key in names}
    return DataFile(value, {loc: place for loc, place in file.places.items() if not loc or loc[0] in names})
