"""Settings: read from the environment or from files, refused by name."""

from pathlib import Path

import pytest

from common.settings import Settings, SettingsError


def test_everything_has_a_default_but_the_passwords() -> None:
    settings = Settings.from_environment({})
    assert settings == Settings()
    with pytest.raises(SettingsError, match="HOWDAH_API_PASSWORD_FILE"):
        settings.password("howdah_api")


def test_a_password_may_be_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("it is\n")
    path = str(tmp_path / "secret")
    settings = Settings.from_environment({"HOWDAH_WORKER_PASSWORD_FILE": path})
    assert settings.password("howdah_worker") == "it is"
    assert "it is" not in repr(settings)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("HOWDAH_POOL_PORT", "none"),
        ("HOWDAH_POOL_PORT", "70000"),
        ("HOWDAH_CONCURRENCY", "0"),
        ("HOWDAH_DRAIN_SECONDS", "nan"),
        ("HOWDAH_LOG_LEVEL", "loud"),
        ("HOWDAH_API_PASSWORD_FILE", "/no/such/file"),
    ],
)
def test_a_bad_value_is_refused_with_the_name_of_its_variable(variable: str, value: str) -> None:
    with pytest.raises(SettingsError, match=variable):
        Settings.from_environment({variable: value})


def test_a_value_and_its_file_exclude_each_other() -> None:
    with pytest.raises(SettingsError, match="not both"):
        Settings.from_environment({"HOWDAH_API_PASSWORD": "a", "HOWDAH_API_PASSWORD_FILE": "b"})


def test_lists_are_trimmed_and_distinct() -> None:
    settings = Settings.from_environment({"HOWDAH_QUEUES": " a, b ,a,"})
    assert settings.queues == ("a", "b")
