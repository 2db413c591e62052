"""The parties that UCDP lists by country, as the package ships them."""

from __future__ import annotations

import lzma

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.case.parties import MAGIC, Party, pack, parties_of, shipped_parties, unpack
from trucewatch.core.actor import ActorKind
from trucewatch.core.folding import key_of


def test_each_name_is_one_party_s_of_its_country() -> None:
    held: dict[tuple[str, str], str] = {}
    for party in shipped_parties():
        for name in (party.name, *party.further):
            assert len(key_of(name)) > 2, "a name so short is found in every headline"
            assert held.setdefault((party.country, key_of(name)), party.name) == party.name


def test_a_country_s_state_comes_first_and_nobody_has_a_side() -> None:
    for country in {party.country for party in shipped_parties()}:
        kinds = [party.kind for party in parties_of(country)]
        assert ActorKind.STATE not in kinds[1:]
    assert not hasattr(shipped_parties()[0], "side")


def test_a_country_that_is_not_listed_has_none() -> None:
    assert parties_of("AQ") == ()


@given(
    st.lists(
        st.builds(
            Party,
            country=st.sampled_from(["AA", "BB"]),
            kind=st.sampled_from([ActorKind.STATE, ActorKind.ARMED_GROUP]),
            name=st.text(st.characters(categories=["L", "Nd"]), min_size=1),
            further=st.lists(st.text(st.characters(categories=["L"]), min_size=1)).map(tuple),
        )
    )
)
def test_what_is_packed_is_unpacked(parties: list[Party]) -> None:
    assert unpack(pack(tuple(parties))) == tuple(parties)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"parties/2\n",
        MAGIC,
        MAGIC + b"x",
        MAGIC + lzma.compress(b"\xff"),
        MAGIC + lzma.compress(b"YE"),
    ],
)
def test_what_is_no_table_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"table of parties|unpack"):
        unpack(content)
