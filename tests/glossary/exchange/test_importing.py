"""A file's concepts in a folder: two imports at once lose nothing, and what is made is told."""

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tmkit.glossary.concepts import About, Concept, Glossary, Term
from tmkit.glossary.exchange.base import Imported
from tmkit.glossary.exchange.importing import import_into
from tmkit.glossary.exchange.merging import Decision
from tmkit.glossary.reading import ABOUT, read_glossary


def imported(text: str) -> Imported:
    return Imported(Glossary(About(), (Concept(id="", terms={"vi": (Term(text=text, status="preferred"),)}),)))


def keep(_: Glossary) -> Decision:
    return "keep"


def slowly(_: Glossary) -> Decision:
    time.sleep(0.1)
    return "keep"


def test_two_imports_at_once_lose_nothing(tmp_path: Path) -> None:
    texts = ["hộ nghèo", "lương hưu", "trợ cấp"]
    with ThreadPoolExecutor(3) as threads:
        stored = list(threads.map(lambda text: import_into(tmp_path / "new", imported(text), slowly), texts))
    found = read_glossary(tmp_path / "new").concepts
    assert sorted(term.text for concept in found for _, term in concept.all_terms()) == texts
    assert sorted(one.merged.added_ids for one in stored) == [("n-0001",), ("n-0002",), ("n-0003",)]
    assert sorted(one.made_page for one in stored) == [False, False, True]


def test_a_dry_run_makes_no_folder(tmp_path: Path) -> None:
    stored = import_into(tmp_path / "new", imported("hộ nghèo"), keep, dry_run=True)
    assert (stored.merged.added_ids, stored.made_page, list(tmp_path.iterdir())) == (("n-0001",), False, [])


def test_nothing_is_written_where_nothing_is_new(tmp_path: Path) -> None:
    import_into(tmp_path, imported("hộ nghèo"), keep)
    (tmp_path / ABOUT).unlink()
    assert not import_into(tmp_path, imported("hộ nghèo"), keep).made_page
    assert not (tmp_path / ABOUT).exists()
