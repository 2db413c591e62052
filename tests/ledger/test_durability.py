"""What was acknowledged survives a kill, a failing disk and a power cut.

A kill proves only that writes are whole: it passes with syncing switched off. That writes are on the
disk before they are acknowledged is shown by the order of the system calls.
`TRUCEWATCH_TRIALS` says how many kills and faults to try; nightly runs try more.
"""

from __future__ import annotations

import collections
import os
import random
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from trucewatch.ledger.store import open_ledger
from trucewatch.ledger.verify import verify

TRIALS = int(os.environ.get("TRUCEWATCH_TRIALS", "12"))
WRITER = Path(__file__).with_name("steady_writer.py")
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


def command(path: Path, first: int, last: int, *more: str) -> list[str]:
    return [sys.executable, str(WRITER), str(path), str(first), str(last), *more]


def numbers_in(path: Path) -> set[int]:
    """The documents of a ledger, each with its reading: nothing is there by half."""
    with open_ledger(path, read_only=True) as ledger:
        documents = {kept.document: kept for kept in ledger.documents()}
        assert [kept.document for kept in ledger.readings()] == sorted(documents)
        for kept in documents.values():
            ledger.bytes_of(kept.sha256)
        return {int(re.findall(rb"post_(\d+)", kept.receipt)[0]) for kept in documents.values()}


def content_of(path: Path) -> list[tuple[str, str, bytes]]:
    with open_ledger(path, read_only=True) as ledger:
        return [(entry.kind, entry.key, entry.body) for entry in ledger.entries()]


def acknowledged(output: str) -> set[int]:
    return {int(number) for number in re.findall(r"^ack (\d+)$", output, re.MULTILINE)}


def run_and_kill(path: Path, last: int, seconds: float) -> set[int]:
    """Start the writer, kill it this long after it is ready, and give what it acknowledged."""
    with subprocess.Popen(
        command(path, 0, last), stdout=subprocess.PIPE, text=True, env=ENVIRONMENT
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        time.sleep(seconds)
        writer.kill()
        return acknowledged(writer.stdout.read())


def test_no_kill_loses_what_was_acknowledged(path: Path, tmp_path: Path) -> None:
    choice = random.Random()
    last = 30 * TRIALS
    vouched = None
    safe: set[int] = set()
    for _ in range(TRIALS):
        safe |= run_and_kill(path, last, choice.uniform(0, 0.08))
        if path.exists() and path.stat().st_size:
            with open_ledger(path):  # as the next command would: a killed creation is completed
                pass
            found = verify(path, vouched)
            assert found.ok, found.faults
            assert safe <= numbers_in(path)
            vouched = found.checkpoint
    finished = subprocess.run(command(path, 0, last), capture_output=True, env=ENVIRONMENT)
    assert finished.returncode == 0
    undisturbed = tmp_path / "undisturbed" / "ledger.sqlite"
    undisturbed.parent.mkdir()
    subprocess.run(command(undisturbed, 0, last), check=True, capture_output=True, env=ENVIRONMENT)
    assert content_of(path) == content_of(undisturbed)
    assert verify(path, vouched).ok


def can_trace() -> bool:
    if shutil.which("strace") is None:
        return False
    tried = subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True)
    return tried.returncode == 0


traced = pytest.mark.skipif(not can_trace(), reason="strace is not here, or may not trace")


def synced_before_each_acknowledgement(trace: str) -> list[bool]:
    """For each acknowledgement: was the log written since the last one, and synced after that?"""
    answers = []
    written = synced = False
    for line in trace.splitlines():
        if re.search(r"\bp?write(64|v)?\(\d+<[^>]*-wal>", line):
            written, synced = True, False
        elif re.search(r"\bf(data)?sync\(\d+<[^>]*-wal>", line):
            synced = True
        elif '"ack ' in line:
            answers.append(written and synced)
            written = False
    return answers


@traced
@pytest.mark.parametrize("care", ["careful", "careless"])
def test_it_is_on_the_disk_before_it_is_acknowledged(path: Path, care: str) -> None:
    trace = path.with_name("trace")
    calls = "trace=write,pwrite64,pwritev,fsync,fdatasync"
    subprocess.run(
        ["strace", "-f", "-y", "-e", calls, "-o", trace, *command(path, 0, 8, care)],
        check=True,
        capture_output=True,
        env=ENVIRONMENT,
    )
    answers = synced_before_each_acknowledgement(trace.read_text(errors="replace"))
    assert len(answers) == 8
    # The careless writer shows that this test can fail.
    assert all(answers) if care == "careful" else not any(answers)


def faults_of(base: Path) -> list[tuple[str, int, str]]:
    """Every call that adding two documents makes on the ledger's files, and how it could fail."""
    copy = copied(base, "counted")
    trace = copy.with_name("trace")
    subprocess.run(
        ["strace", "-f", *watching(copy), "-o", trace, *command(copy, 2, 4)],
        check=True,
        capture_output=True,
        env=ENVIRONMENT,
    )
    calls = collections.Counter(re.findall(r"^\d+ +(\w+)\(", trace.read_text(), re.MULTILINE))
    return [
        (call, number, fault)
        for call, times in sorted(calls.items())
        for number in range(1, times + 1)
        for fault in ("signal=KILL", "error=EIO", "error=ENOSPC")
        if call in WRITES or fault != "error=ENOSPC"
    ]


WRITES = ("pwrite64", "fdatasync", "fsync", "ftruncate", "fallocate", "openat")


def watching(path: Path) -> list[str]:
    names = [path.name, f"{path.name}-wal", f"{path.name}-shm"]
    return [part for name in names for part in ("-P", str(path.with_name(name)))]


def copied(base: Path, name: str) -> Path:
    copy = base.parent.parent / name / base.name
    copy.parent.mkdir()
    shutil.copy(base, copy)
    return copy


@traced
def test_no_failing_call_loses_or_halves_anything(tmp_path: Path) -> None:
    base = tmp_path / "base" / "ledger.sqlite"
    base.parent.mkdir()
    subprocess.run(command(base, 0, 2), check=True, capture_output=True, env=ENVIRONMENT)
    vouched = verify(base).checkpoint
    faults = faults_of(base)
    for trial, (call, number, fault) in enumerate(
        random.Random().sample(faults, min(TRIALS // 2, len(faults)))
    ):
        copy = copied(base, str(trial))
        inject = f"inject={call}:{fault}:when={number}"
        done = subprocess.run(
            ["strace", "-f", *watching(copy), "-e", inject, "-o", os.devnull, *command(copy, 2, 4)],
            capture_output=True,
            text=True,
            env=ENVIRONMENT,
        )
        told = (call, number, fault, done.stdout, done.stderr)
        assert "Traceback" not in done.stderr, told
        found = verify(copy, vouched)
        assert found.ok, (told, found.faults)
        there = numbers_in(copy)
        assert {0, 1} | acknowledged(done.stdout) <= there <= {0, 1, 2, 3}, told
        again = subprocess.run(command(copy, 2, 4), capture_output=True, env=ENVIRONMENT)
        assert again.returncode == 0, told
        assert numbers_in(copy) == {0, 1, 2, 3}, told
        shutil.rmtree(copy.parent)
