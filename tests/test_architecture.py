import ast
import re
import tokenize
from graphlib import TopologicalSorter

import grimp
import pytest
from importlinter.cli import lint_imports

from tests.support import sources
from tests.support.markup import unsafe, unsafe_in
from tests.support.sources import MODULES, ROOT, TUI_MODULES, classes, functions, name, tree

FILE, CLASS, METHODS, FUNCTION = 250, 200, 20, 40
VAGUE = re.compile(r"Manager|Helper|Utils?(?![a-z])|Handler|(?:^|_)utils?(?:_|$)|(?:^|_)helpers?$")
SENTENCE = re.compile(r"[^.?!]+(?:[.?!](?! )[^.?!]+)*\.")
IGNORED = re.compile(r"# type: ignore\[[\w, -]+\]  # \w")


def test_files_classes_and_functions_are_small_enough_to_read() -> None:
    large = []
    for path in MODULES:
        if (count := path.read_text("utf-8").count("\n")) > FILE:
            large.append(f"{name(path)}: {count}")
        for found in classes(path):
            methods = sum(isinstance(node, sources.Function) for node in found.body)
            if sources.lines(found) > CLASS or methods > METHODS:
                large.append(f"{name(path)} {found.name}: {sources.lines(found)} / {methods}")
        large += [
            f"{name(path)} {function.name}: {length}"
            for function in functions(path)
            if (length := sources.lines(function)) > FUNCTION
        ]
    assert large == []


def test_imports_point_inwards(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.syspath_prepend(ROOT)  # so that what it adds to the path goes again
    code = lint_imports(no_cache=True, no_logo=True)
    assert code == 0, capsys.readouterr().out


def test_no_modules_import_each_other_in_a_circle() -> None:
    graph = grimp.build_graph("incident_tui", cache_dir=None, exclude_type_checking_imports=True)
    imports = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    TopologicalSorter(imports).prepare()  # a circle is a CycleError that names its modules


def test_a_module_says_in_one_sentence_which_rule_it_keeps() -> None:
    silent = []
    for path in MODULES:
        said = (ast.get_docstring(tree(path)) or "").split("\n\n")[0].replace("\n", " ")
        if not SENTENCE.fullmatch(said.rstrip(":.") + "."):
            silent.append(f"{name(path)}: {said!r}")
    assert silent == []


def test_no_name_could_stand_for_anything() -> None:
    vague = [name(path) for path in MODULES if VAGUE.search(path.stem)]
    for path in MODULES:
        named = (node.name for node in (*classes(path), *functions(path)))
        vague += [f"{name(path)} {each}" for each in named if VAGUE.search(each)]
    assert vague == []


def test_an_ignored_type_error_has_a_code_and_a_reason() -> None:
    bare = []
    for path in MODULES:
        with path.open("rb") as file:
            comments = [t for t in tokenize.tokenize(file.readline) if t.type == tokenize.COMMENT]
        bare += [
            f"{name(path)}:{comment.start[0]}: {comment.string}"
            for comment in comments
            if "type: ignore" in comment.string and not IGNORED.search(comment.string)
        ]
    assert bare == []


def test_no_text_of_a_person_is_read_as_markup() -> None:
    assert {name(path): found for path in TUI_MODULES if (found := unsafe_in(path))} == {}


@pytest.mark.parametrize(
    ("rule", "matches", "does_not"),
    [
        (SENTENCE, "Times are UTC, `14.05` is not one.", "Times are UTC. So are days."),
        (SENTENCE, "One rule.", ""),
        (VAGUE, "LogHandler", "LogHandle"),
        (VAGUE, "text_utils", "utility"),
        (IGNORED, "# type: ignore[arg-type]  # its stub is wrong", "# type: ignore[arg-type]"),
        (IGNORED, "x  # type: ignore[misc]  # why", "x  # type: ignore  # why"),
    ],
)
def test_a_rule_tells_one_from_the_other(
    rule: re.Pattern[str], matches: str, does_not: str
) -> None:
    find = rule.fullmatch if rule is SENTENCE else rule.search
    assert find(matches)
    assert not find(does_not)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("Static('[b]ours[/]')", []),
        ("Static(title)", ["title"]),
        ("Static(f'{title}')", ["f'{title}'"]),
        ("Static(title, markup=False)", []),
        ("Static(plain(title)); Label(Content('\\n').join(rows))", []),
        ("_HINT = 'ours'\nLabel(_HINT)", []),
        (
            "def f(self, why: Content, text: str):\n self.s.update(why)\n self.s.update(text)",
            ["text"],
        ),
        ("def f(self):\n said = line(self.t)\n self.s.update(said)", []),
        ("def f(self):\n said = self.t\n self.s.update(said)", ["said"]),
        ("def f(self):\n self.s.update(line(t) if t else '')", []),
        ("def f(self):\n self.s.update(line(t) if t else self.t)", ["line(t) if t else self.t"]),
        ("self.border_title = row.title", ["row.title"]),
        ("app.notify(str(error)); app.notify(str(error), markup=False)", ["str(error)"]),
        ("Button(clock(now)); Option(text)", ["clock(now)", "text"]),
        ("seen: dict[str, str] = {}\nseen.update(more); label.update(more)", ["more"]),
    ],
)
def test_the_search_for_markup_finds_what_it_should(source: str, found: list[str]) -> None:
    assert [text for _, text in unsafe(ast.parse(source))] == found
