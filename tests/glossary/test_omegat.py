"""The curated glossary in OmegaT itself: what its glossary pane shows for a segment, its own search having found it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.samples import ROOT
from tmkit.glossary.concepts import ACCEPTED, Concept, Glossary
from tmkit.glossary.exchange import find_format, write
from tmkit.glossary.reading import read_glossary

pytestmark = pytest.mark.judge

PROJECT = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
<dictionary_dir>__DEFAULT__</dictionary_dir><source_lang>{}</source_lang><target_lang>{}</target_lang>
<source_tok>org.omegat.tokenizer.DefaultTokenizer</source_tok>
<target_tok>org.omegat.tokenizer.DefaultTokenizer</target_tok>
<sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags></project></omegat>
"""
# OmegaT has no pane without a window, but the search behind it is the same: the script makes a pane that was never
# set up, for it to ask which entry is shown, and an editor that shows none, for it has nothing to draw.
SCRIPT = r"""
import org.omegat.core.Core
import org.omegat.gui.common.EntryInfoThreadPane
import org.omegat.gui.editor.IEditor
import org.omegat.gui.glossary.FindGlossaryThread
import org.omegat.gui.glossary.GlossaryManager
import org.omegat.gui.glossary.GlossaryTextArea

if (eventType.toString() == "LOAD") {
    Core.@editor = [getCurrentEntry: { null }] as IEditor
    def unsafe = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe")
    unsafe.accessible = true
    def pane = unsafe.get(null).allocateInstance(GlossaryTextArea)
    def shown = EntryInfoThreadPane.getDeclaredField("currentlyProcessedEntry")
    shown.accessible = true
    def manager = new GlossaryManager(pane)
    manager.priorityGlossary = new File(Core.project.projectProperties.writeableGlossary)
    new File(Core.project.projectProperties.glossaryRoot).listFiles().sort().each { manager.fileChanged(it) }
    Core.project.allEntries.each { entry ->
        shown.set(pane, entry)
        new FindGlossaryThread(pane, entry, manager).search().each {
            it.getLocTerms(false).eachWithIndex { target, n ->
                println "\nFOUND\t" + [entry.srcText, it.srcText, target, it.comments[n].split("\n")[-1]].join("\t")
            }
        }
    }
}
"""


class Shown(NamedTuple):
    """What OmegaT shows beside a segment: a term, one of its translations, the last line of the comment."""

    segment: str
    source: str
    target: str
    comment: str


def shown(omegat: Path, folder: Path, langs: tuple[str, str], segments: Iterable[str]) -> list[Shown]:
    """Open a project whose `glossary` folder is filled already, with these segments, in OmegaT's console mode."""
    for name in ("source", "target", "tm", "omegat", "dictionary", "config", "home"):
        (folder / name).mkdir()
    (folder / "omegat.project").write_text(PROJECT.format(*langs), encoding="utf-8")
    (folder / "source" / "a.txt").write_text("\n\n".join(segments) + "\n", encoding="utf-8")
    (folder / "show.groovy").write_text(SCRIPT, encoding="utf-8")
    command = ["java", "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", f"-Duser.home={folder / 'home'}"]
    command += ["-jar", str(omegat), "--mode=console-translate", f"--config-dir={folder / 'config'}", "--no-team"]
    command += ["--disable-project-locking", f"--script={folder / 'show.groovy'}", str(folder)]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True, timeout=300)
    assert "CT_ERROR_ACCESS_GLOSSARY_DIR" not in run.stderr, run.stderr[-2000:]
    lines = [line.split("\t") for line in run.stdout.splitlines() if line.startswith("FOUND\t")]
    return [Shown(*line[1:]) for line in lines]


@pytest.fixture(scope="module")
def curated() -> Glossary:
    return read_glossary(ROOT / "glossaries" / "social-protection")


def pairs(concept: Concept, source: str, target: str) -> set[tuple[str, str]]:
    """Return a concept's terms that may be met with those that may be written for them."""
    return {
        (one.text, other.text)
        for one in concept.terms.get(source, ())
        for other in concept.terms.get(target, ())
        if one.status != "forbidden" and other.status in ACCEPTED
    }


@pytest.mark.parametrize("langs", [("vi", "fr"), ("en", "vi")], ids="-".join)
@pytest.mark.parametrize("name", ["a.utf8", "a.tbx"])
def test_omegat_shows_every_term(
    omegat: Path, tmp_path: Path, curated: Glossary, name: str, langs: tuple[str, str]
) -> None:
    (tmp_path / "glossary").mkdir()
    fmt = find_format(Path(name), "tbx-v2" if name == "a.tbx" else None)
    write(curated, tmp_path / "glossary" / name, fmt, langs=langs)
    wanted = {pair for concept in curated.concepts for pair in pairs(concept, *langs)}
    assert len(wanted) > 500
    found = shown(omegat, tmp_path, langs, sorted({source for source, _ in wanted}))
    own = {(one.source, one.target) for one in found if one.segment == one.source}
    assert sorted(wanted - own) == []
    if name == "a.utf8":
        assert sorted(own - wanted) == []
    else:
        # OmegaT shows all terms of an entry in TBX, whatever their status; the statuses stand in the comment.
        assert own <= {pair for concept in curated.concepts for pair in every(concept, *langs)}


def every(concept: Concept, source: str, target: str) -> set[tuple[str, str]]:
    return {(one.text, other.text) for one in concept.terms.get(source, ()) for other in concept.terms.get(target, ())}


def test_the_note_stands_beside_the_preferred_term(omegat: Path, tmp_path: Path, curated: Glossary) -> None:
    """OmegaT sorts what it shows by the alphabet, so that the note, once a concept, tells which term is preferred."""
    (tmp_path / "glossary").mkdir()
    write(curated, tmp_path / "glossary" / "a.utf8", find_format(Path("a.utf8")), langs=("vi", "fr"))
    concept = next(c for c in curated.concepts if len(pairs(c, "vi", "fr")) > 2 and c.note and c.preferred("fr"))
    source, target = concept.preferred("vi"), concept.preferred("fr")
    assert source
    assert target
    found = shown(omegat, tmp_path, ("vi", "fr"), [f"Theo báo cáo, {source.text} được nhắc đến nhiều lần."])
    of_concept = [one for one in found if one.source == source.text and one.comment.endswith(f"[{concept.id}]")]
    assert len(of_concept) > 1
    note = " ".join((concept.note or "").split())[:60]
    assert [one.target for one in of_concept if one.comment.startswith(note)] == [target.text]
