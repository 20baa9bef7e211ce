"""The random draw: the same everywhere, fair in the long run, never against what bars it."""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from origin_trace.core.draw_frame import Frame
from origin_trace.core.errors import InputError, StoreError
from origin_trace.core.lots import METHOD, Urn, seed_of
from origin_trace.core.sampling import (
    NONE,
    PRODUCT,
    STRATIFIED,
    TOWNSHIP,
    Design,
    allocate,
    count_of,
    draw,
)
from origin_trace.tests.unit.draws import TOWNS, frame, inspector, place, producer

DRAWS = 10_000
# A sum of squares over its degrees of freedom so far out comes once in 10,000 times by chance.
FAR_OUT = 3.72


def far_out(observed, expected, each=1.0):
    """Return by how many standard deviations counts are farther off than chance has them.

    ``each``: the variance of a count over the expected value; Wilson and Hilferty's cube root
    of chi-square.
    """
    freedom = len(expected) - 1
    chi = sum((observed[key] - value) ** 2 / (value * each) for key, value in expected.items())
    spread = 2 / (9 * freedom)
    return ((chi / freedom) ** (1 / 3) - (1 - spread)) / spread**0.5


def names(outcome):
    return [pick.producer.name for pick in sorted(outcome.drawn, key=lambda p: p.position)]


# --- fair -----------------------------------------------------------------------------


def test_every_producer_and_pair_of_them_comes_as_often_in_10_000_draws():
    """Sampling without replacement: of N, n come; of pairs N(N-1)/2, n(n-1)/2 come."""
    of, count = frame(12), 4
    design = Design(count, NONE, 1, 1)
    single, pairs = Counter(), Counter()
    for number in range(DRAWS):
        found = sorted(names(draw(of, f"seed {number}", design)))
        single.update(found)
        pairs.update((a, b) for i, a in enumerate(found) for b in found[i + 1 :])
    share = count / 12
    expected = {each.name: DRAWS * share for each in of.producers}
    # Drawn without replacement, the counts vary less: (1 - n/N) N/(N - 1).
    assert far_out(single, expected, (1 - share) * 12 / 11) < FAR_OUT
    assert len(pairs) == 66
    for seen in pairs.values():
        assert seen == pytest.approx(DRAWS * 6 / 66, rel=0.15)


def test_many_bases_give_no_better_chance_and_each_comes_as_often():
    """A producer with ten bases among nine with one, by township: 10,000 draws."""
    large = producer(0, places=[place(100 + n) for n in range(10)])
    of = Frame.of([large, *(producer(n) for n in range(1, 10))], [inspector(0)])
    design = Design(1, NONE, 1)
    drawn, bases = Counter(), Counter()
    for number in range(DRAWS):
        (pick,) = draw(of, str(number), design).drawn
        drawn[pick.producer.name] += 1
        if pick.producer.name == "第0社":
            bases[pick.place.uuid] += 1
    assert far_out(drawn, dict.fromkeys((p.name for p in of.producers), DRAWS / 10)) < FAR_OUT
    whole = drawn["第0社"]
    assert far_out(bases, dict.fromkeys((p.uuid for p in large.places), whole / 10)) < FAR_OUT


@pytest.mark.parametrize("count", [2, 7])
def test_strata_however_small_give_every_producer_the_same_chance(count):
    """Townships of 1 to 7 producers, of which fewer are drawn than there are townships."""
    of = Frame.of(
        [
            producer(10 * size + n, township=f"{size}镇")
            for size in range(1, 8)
            for n in range(size)
        ],
        [inspector(0)],
    )
    design = Design(count, TOWNSHIP, 1)
    seen = Counter(name for number in range(DRAWS) for name in names(draw(of, str(number), design)))
    expected = {each.name: DRAWS * count / 28 for each in of.producers}
    # Draws from a stratum vary no more than draws from all of them.
    assert far_out(seen, expected) < FAR_OUT
    smallest = sum(count for name, count in seen.items() if name == "第10社")
    assert smallest == pytest.approx(DRAWS * count / 28, rel=0.1)


def test_more_lots_give_chances_in_proportion():
    """One of five with 1 to 5 lots: chances 1/15 to 5/15."""
    of = Frame.of([producer(n, lots=n) for n in range(1, 6)], [inspector(0)])
    drawn = Counter(names(draw(of, str(n), Design(1, NONE, 1)))[0] for n in range(DRAWS))
    assert far_out(drawn, {f"第{n}社": DRAWS * n / 15 for n in range(1, 6)}) < FAR_OUT


def test_the_second_comes_in_proportion_to_the_lots_left():
    """Without replacement: P(a, then b) = w(a)/W * w(b)/(W - w(a))."""
    lots = {1: 1, 2: 2, 3: 5}
    of = Frame.of([producer(n, lots=w) for n, w in lots.items()], [inspector(0)])
    drawn = Counter(tuple(names(draw(of, str(n), Design(2, NONE, 1, 1)))) for n in range(DRAWS))
    expected = {
        (f"第{a}社", f"第{b}社"): DRAWS * v / 8 * w / (8 - v)
        for a, v in lots.items()
        for b, w in lots.items()
        if a != b
    }
    assert far_out(drawn, expected) < FAR_OUT


def test_every_inspector_goes_as_often_and_with_everybody_and_everywhere():
    of = frame(6, inspectors=5)
    design = Design(3, NONE, 2, 1)
    pairs, meetings = Counter(), Counter()
    for number in range(DRAWS):
        outcome = draw(of, f"s{number}", design)
        (team,) = outcome.teams
        pairs[tuple(sorted(each.name for each in team))] += 1
        meetings.update((pick.producer.name, each.name) for pick in outcome.drawn for each in team)
    assert len(pairs) == 10
    assert far_out(pairs, dict.fromkeys(pairs, DRAWS / 10)) < FAR_OUT
    assert len(meetings) == 30
    for seen in meetings.values():
        assert seen == pytest.approx(DRAWS * 3 / 6 * 2 / 5, rel=0.1)


def test_whom_nothing_bars_goes_as_often_where_deals_have_to_be_put_back():
    people = [inspector(n, barred=TOWNS[:1] if n == 0 else ()) for n in range(4)]
    of = Frame.of([producer(4), producer(8), producer(1)], people)  # two there, one elsewhere
    seen = Counter()
    for number in range(2000):
        outcome = draw(of, str(number), Design(3, NONE, 1, 2))
        for pick in outcome.drawn:
            (sent,) = outcome.teams[pick.team - 1]
            assert (pick.place.township, sent.name) != (TOWNS[0], "检查0")
            seen[sent.name if pick.place.township == TOWNS[0] else None] += 1
    del seen[None]
    assert set(seen) == {"检查1", "检查2", "检查3"}
    # The two producers there are one block: each goes with the other.
    assert far_out(seen, dict.fromkeys(seen, 4000 / 3), each=2) < FAR_OUT


# --- the same everywhere ------------------------------------------------------------------


def test_a_draw_known_by_heart_comes_out_on_this_machine_too():
    of = frame(30, inspectors=5)
    assert of.sha256 == "e7b15ecd5c936d947674916e3db3701ed8b1e2fdbba0288d3c633cf3bc4cd47b"
    outcome = draw(of, "2023年第二季度 42", Design(6, TOWNSHIP, 2))
    assert [
        (p.position, p.producer.name, p.place.uuid, p.stratum, p.team, p.route)
        for p in outcome.drawn
    ] == [
        (3, "第11社", "u00011", "塘洲镇", 1, 1),
        (4, "第28社", "u00028", "万合镇", 1, 2),
        (2, "第12社", "u00012", "万合镇", 1, 3),
        (6, "第29社", "u00029", "马市镇", 2, 1),
        (5, "第10社", "u00010", "沿溪镇", 2, 2),
        (1, "第13社", "u00013", "马市镇", 2, 3),
    ]
    assert [[each.name for each in team] for team in outcome.teams] == [
        ["检查0", "检查4"],
        ["检查1", "检查3"],
    ]


def test_a_draw_can_be_made_by_hand():
    """As docs/sampling.md tells it: sort by SHA-256, take the first."""
    of = frame(9)
    text = f"{METHOD}\n42\n{of.sha256}\nproducer\n"
    by_hand = sorted(
        (hashlib.sha256(f"{text}{each.id}\n1".encode()).hexdigest(), each.name)
        for each in of.producers
    )
    outcome = draw(of, "42", Design(4, NONE, 2))
    assert names(outcome) == [name for _, name in by_hand[:4]]
    assert of.sha256 == hashlib.sha256(of.text.encode()).hexdigest()


def test_a_seed_counts_however_it_is_typed_and_none_is_made_up():
    assert seed_of("  ２０２３ 第\t二 季度\n") == seed_of("2023 第 二 季度") == "2023 第 二 季度"
    first, second = seed_of(""), seed_of(" ")
    assert first != second and len(first) == 16


@st.composite
def frames(draw_):
    """Frames of producers with several bases, lots, and inspectors barred here and there."""
    rng = random.Random(draw_(st.integers(0, 10**6)))
    count, number = draw_(st.integers(1, 30)), 0
    producers = []
    for name in range(count):
        places = []
        for _ in range(rng.choice((1, 1, 1, 2, 5))):
            number += 1
            township = rng.choice((*TOWNS, ""))
            point = None if rng.random() < 0.2 else place(number).point
            places.append(place(number, township=township, point=point))
        producers.append(replace(producer(name, rng.randint(1, 5), places), name=f"第{name}社"))
    people = [
        inspector(
            n,
            barred=[town for town in TOWNS if rng.random() < 0.2],
            own=[each.id for each in producers if rng.random() < 0.03],
        )
        for n in range(draw_(st.integers(1, 8)))
    ]
    return producers, people


@settings(max_examples=150, deadline=None)
@given(frames(), st.text(max_size=8), st.data())
def test_what_holds_for_every_draw(lists, seed, data):
    producers, people = lists
    of = Frame.of(producers, people)
    design = Design(
        data.draw(st.integers(1, len(producers))),
        data.draw(st.sampled_from(STRATIFIED)),
        data.draw(st.integers(1, 3)),
        data.draw(st.integers(0, 3)),
    )
    try:
        outcome = draw(of, seed, design)
    except InputError as error:
        assert error.advice is not None
        return
    picks = outcome.drawn
    assert len({pick.producer.id for pick in picks}) == len(picks) == design.count
    assert sorted(pick.position for pick in picks) == list(range(1, design.count + 1))
    # Strata: their sizes sum to the frame, their shares to the draw, each in proportion.
    assert sum(size for size, _ in outcome.strata.values()) == len(producers)
    assert sum(drawn for _, drawn in outcome.strata.values()) == design.count
    for stratum, (size, drawn) in outcome.strata.items():
        assert drawn == sum(pick.stratum == stratum for pick in picks)
        assert abs(drawn - design.count * size / len(producers)) < 1
    # Teams: of the size asked for, nobody in two, nobody where they may not go.
    members = [member.id for team in outcome.teams for member in team]
    assert len(members) == len(set(members)) == design.team_size * len(outcome.teams)
    assert {pick.team for pick in picks} == set(range(1, len(outcome.teams) + 1))
    for pick in picks:
        assert pick.place in pick.producer.places
        for member in outcome.teams[pick.team - 1]:
            assert pick.place.township not in member.barred
            assert pick.producer.id not in member.own
    for team in range(1, len(outcome.teams) + 1):
        ways = [pick.route for pick in picks if pick.team == team]
        assert ways == list(range(1, len(ways) + 1))
    # The order in which records and people come tells nothing, nor does the text in between.
    random.Random(1).shuffle(producers)
    turned = [replace(each, places=each.places[::-1]) for each in producers]
    assert draw(Frame.of(turned, people[::-1]), seed, design) == outcome
    assert draw(Frame.read(of.text), seed, design) == outcome


@given(st.dictionaries(st.text(max_size=3), st.integers(1, 50), min_size=1), st.data())
def test_shares_are_proportional_and_sum_up(sizes, data):
    whole = sum(sizes.values())
    count = data.draw(st.integers(1, whole))
    shares = allocate(sizes, count, Urn("s", "f"))
    assert sum(shares.values()) == count
    for name, size in sizes.items():
        assert count * size // whole <= shares[name] <= min(size, -(-count * size // whole))


@pytest.mark.parametrize(
    ("percent", "size", "count"),
    [(5, 100, 5), (5, 101, 6), (0.1, 30, 1), (100, 7, 7), (33.3, 10, 4), (7, 300, 21), (10, 0, 1)],
)
def test_a_percentage_is_rounded_up(percent, size, count):
    assert count_of(percent, size) == count


# --- what cannot be -------------------------------------------------------------------


def refused(of, *design):
    with pytest.raises(InputError) as caught:
        draw(of, "1", Design(*design))
    return str(caught.value)


def test_what_cannot_be_drawn_says_where_and_what_to_do():
    assert "only 3 can be" in refused(frame(3), 4, NONE, 1)
    assert "only 0 can be" in refused(frame(0), 1, NONE, 1)
    assert "2 inspectors are needed for 1 teams of 2, and 1 in use" in refused(
        frame(3, inspectors=1), 2, NONE, 2
    )
    barred = Frame.of(
        [producer(n, township="万合镇") for n in range(3)],
        [inspector(n, barred=["万合镇"] if n else ()) for n in range(4)],
    )
    told = refused(barred, 2, NONE, 2)
    assert "Only 1 inspectors may be sent to 第" in told and "in 万合镇" in told
    assert "List more inspectors" in told
    # Each producer has two who may go, but of one team all have to.
    split = Frame.of(
        [producer(0, township="万合镇"), producer(1, township="马市镇")],
        [inspector(n, barred=["万合镇", "马市镇"][n % 2 : n % 2 + 1]) for n in range(4)],
    )
    assert "No team may be sent to" in refused(split, 2, NONE, 2, 1)


def test_who_has_to_do_with_a_producer_is_not_sent_there():
    own = Frame.of([producer(0)], [inspector(0, own=["u00000"]), inspector(1), inspector(2)])
    for number in range(50):
        (team,) = draw(own, str(number), Design(1, NONE, 2)).teams
        assert {each.name for each in team} == {"检查1", "检查2"}


@pytest.mark.parametrize(
    "text", ["", "origin_trace frame 2\n", "origin_trace frame 1\nplace\tx\n", "x\ny"]
)
def test_a_text_that_is_no_frame_is_refused(text):
    with pytest.raises(StoreError, match="cannot be read"):
        Frame.read(text)


def test_strata_by_product_come_in_proportion():
    outcome = draw(frame(30), "1", Design(9, PRODUCT, 1))
    assert outcome.strata == dict.fromkeys(("豇豆", "肉羊", "乌鳢"), (10, 3))
