"""The shape of the code, read from the code: layers, the clock, and what is never used."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

APP = Path(__file__).parents[1] / "app"
FILES = sorted(APP.rglob("*.py"))
TREES = {file: ast.parse(file.read_text(encoding="utf-8")) for file in FILES}
BANNED_NAMES = {"utils", "helpers", "manager", "handler", "base", "common", "data"}
SPIN_BOXES = {"QSpinBox", "QDoubleSpinBox", "QAbstractSpinBox", "QDateEdit", "QTimeEdit", "QDateTimeEdit"}
CLOCK_CALLS = {
    ("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("time", "time"),
    ("time", "localtime"), ("time", "gmtime"), ("time", "ctime"), ("QDate", "currentDate"),
    ("QDateTime", "currentDateTime"), ("QDateTime", "currentDateTimeUtc"), ("QTime", "currentTime"),
}  # fmt: skip


def where(file: Path, node: ast.AST) -> str:
    return f"{file.relative_to(APP.parent)}:{getattr(node, 'lineno', 0)}"


def calls(tree: ast.AST):
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield node, (node.value.id, node.attr)
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute):
            yield node, (node.value.attr, node.attr)


def test_the_layers_lean_only_downwards(tmp_path):
    """Imports for the type checker alone are no dependency: a question names the visit it looks at."""
    written = (APP.parent / "pyproject.toml").read_text(encoding="utf-8")
    flag = "exclude_type_checking_imports = true"
    if flag not in written:
        written = written.replace("[tool.importlinter]", f"[tool.importlinter]\n{flag}")
    contracts = tomllib.loads(written)["tool"]["importlinter"]["contracts"]
    config = tmp_path / "pyproject.toml"
    config.write_text(written, encoding="utf-8")
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    run = subprocess.run(
        [sys.executable, "-c", command, "--config", str(config), "--no-cache"],
        cwd=APP.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert f"{len(contracts)} kept, 0 broken" in run.stdout, run.stdout[-3000:] + run.stderr[-2000:]
    assert run.returncode == 0


def test_nothing_below_main_reads_the_clock():
    found = [where(f, node) for f, tree in TREES.items() for node, name in calls(tree) if name in CLOCK_CALLS]
    assert found == []


def test_no_spin_box_stands_anywhere():
    found = [
        where(file, node)
        for file, tree in TREES.items()
        for node in ast.walk(tree)
        if (isinstance(node, ast.Name) and node.id in SPIN_BOXES)
        or (isinstance(node, ast.alias) and node.name in SPIN_BOXES)
    ]
    assert found == []


def test_nothing_is_called_by_a_name_that_says_nothing():
    files = [str(f) for f in FILES if f.stem in BANNED_NAMES or f.parent.name in BANNED_NAMES]
    classes = [
        where(file, node)
        for file, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and node.name.lower() in BANNED_NAMES
    ]
    assert files + classes == []


def test_no_function_is_longer_than_sixty_lines():
    found = [
        where(file, node)
        for file, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 60
    ]
    assert found == []


def test_nothing_is_promised_for_later():
    banned = ("TODO", "FIXME", "NotImplementedError")
    found = [
        f"{f.relative_to(APP)}: {word}" for f in FILES for word in banned if word in f.read_text("utf-8")
    ]
    assert found == []


def test_the_product_never_reads_the_shared_papers():
    assert [str(f) for f in FILES if "work/shared" in f.read_text("utf-8")] == []


@pytest.mark.parametrize("layer", ["rules", "consultation", "models", "services", "exchange", "reports"])
def test_qt_is_named_only_in_the_views(layer):
    found = [
        where(file, node)
        for file, tree in TREES.items()
        if file.is_relative_to(APP / layer)
        for node in ast.walk(tree)
        if (isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6"))
        or (isinstance(node, ast.Import) and any(a.name.startswith("PySide6") for a in node.names))
    ]
    assert found == []


def test_sections_do_not_import_one_another():
    folders = {f.parent.name for f in (APP / "consultation").glob("*/record.py")}
    found = [
        where(file, node)
        for file, tree in TREES.items()
        if file.parent.name in folders and file.parent.parent.name == "consultation"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for other in folders - {file.parent.name}
        if (node.module or "").startswith(f"app.consultation.{other}")
        and not (node.module or "").startswith(f"app.consultation.{file.parent.name}")
    ]
    assert found == []
