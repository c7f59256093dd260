from pathlib import Path

import pytest

from tmkit.errors import FileError
from tmkit.project import FILE, load


def test_a_folder_without_a_project_has_the_usual_values(tmp_path: Path) -> None:
    project = load(tmp_path)
    assert (project.name, project.languages, project.threshold) == ("memory", ("vi", "fr", "en"), 0.8)
    assert project.reports == tmp_path / "tm" / "reports"
    assert project.pairs == (("vi", "fr"), ("vi", "en"), ("fr", "en"))


def test_the_file_is_found_from_a_folder_below(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(
        "[project]\nname = 'mine'\nlanguages = ['en', 'VI']\n[folders]\nreports = 'in'\nmemories = 'out'\n"
        "[overrides]\n'a b.txt' = {lang = 'vi-VN', encoding = 'viscii'}\n"
        "[pair]\nthreshold = 0.7\n[align]\nthreshold = 0.9\n[segment]\nrules = {vi = 'my.srx'}\n"
    )
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    project = load(below)
    assert (project.name, project.languages) == ("mine", ("en", "vi"))
    assert (project.reports, project.memories) == (tmp_path / "in", tmp_path / "out")
    assert (project.pair_threshold, project.threshold) == (0.7, 0.9)
    assert project.overrides == {"a b.txt": {"lang": "vi", "encoding": "viscii"}}
    assert project.rules == {"vi": tmp_path / "my.srx"}
    assert load(tmp_path / FILE) == project


def test_the_environment_has_the_last_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMKIT_THRESHOLD", "0.95")
    assert load(tmp_path).threshold == 0.95
    monkeypatch.setenv("TMKIT_THRESHOLD", "much")
    with pytest.raises(FileError, match="TMKIT_THRESHOLD: 'much' is not a number from 0 to 1"):
        load(tmp_path)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="no such folder"):
        load(tmp_path / "none")
