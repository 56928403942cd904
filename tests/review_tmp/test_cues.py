from datetime import date, datetime
from reception_assistant.agenda.visit import EventKind
from reception_assistant.cues.outlook import Told
from reception_assistant.settings.catalogue import *
from tests.helpers.practice import TODAY, Practice
from tests.core.desk.test_ahead import HEADER, LONG_AGO, FAR_AHEAD, NOW_ROW, NEXT_ROW, _read, _cues, _kinds, _visit
CAME = "01-06-2026;10:00;20;o;1;Zonneveld;Bakker;gekomen;"

def test_noshow_then_arrived_is_came(practice):
    """Marked as not come at 9:20, arrived late after all; next day is not the first visit."""
    _read(practice, "23-11-2026;10:00;20;p;1;Zonneveld;Bakker;gepland;", NOW_ROW, NEXT_ROW)
    practice.at("10:20", date(2026,11,23))
    (v,) = practice.visits(date(2026,11,23))
    practice.desk.agenda.mark(v.id, EventKind.NO_SHOW, practice.by)
    practice.at("10:25", date(2026,11,23))
    practice.desk.agenda.mark(v.id, EventKind.ARRIVED, practice.by)
    practice.at("09:00")
    assert _kinds(practice) == []

def test_cancelled_but_came(practice):
    _read(practice, "23-11-2026;10:00;20;p;1;Zonneveld;Bakker;afgezegd;", NOW_ROW, NEXT_ROW)
    practice.at("10:20", date(2026,11,23))
    (v,) = practice.visits(date(2026,11,23))
    practice.desk.agenda.mark(v.id, EventKind.ARRIVED, practice.by)
    practice.at("09:00")
    assert _kinds(practice) == []

def test_two_series_each_moved_once(practice):
    _read(practice, CAME,
        "09-11-2026;10:00;20;r;1;Zonneveld;Bakker;verzet;",
        "12-01-2027;10:00;20;s;1;Zonneveld;Smit;verzet;",
        NOW_ROW, "19-01-2027;09:30;20;v;1;Zonneveld;Smit;gepland;")
    assert _kinds(practice) == []

def test_day_lists_do_not_know_what_is_next(practice):
    practice.at("09:00", date(2026, 6, 1))
    _read(practice, CAME)     # the whole year, once
    practice.at("08:00")
    practice.read(HEADER, NOW_ROW, "24-11-2026;09:40;20;nn;33;Ander;Bakker;gepland;", yes=True)
    practice.at("09:00")
    print(_cues(practice))
    assert "no_next" not in _kinds(practice)

def test_first_visit_day_lists_with_gap(practice):
    practice.at("09:00", date(2025, 10, 1))
    practice.read(HEADER, LONG_AGO, yes=True)
    practice.at("08:00")
    practice.read(HEADER, NOW_ROW, NEXT_ROW, yes=True)
    practice.at("09:00")
    assert "first_visit" not in _kinds(practice)

def test_came_from_source_are_not_waiting(practice):
    rows = [f"24-11-2026;{h};20;k{h};{i+50};Naam{i};Bakker;gekomen;" for i, h in enumerate(("07:00","07:20","07:40","08:00","08:20"))]
    past = [f"01-06-2026;{h};20;q{h};{i+50};Naam{i};Bakker;gekomen;" for i, h in enumerate(("07:00","07:20","07:40","08:00","08:20"))]
    _read(practice, CAME, *rows, *past, "24-11-2026;09:00;20;m;2;Kok;Bakker;gepland;", "01-06-2026;11:00;20;pp;2;Kok;Bakker;gekomen;", NOW_ROW, NEXT_ROW)
    practice.at("09:00")
    practice.mark(EventKind.TAKEN_IN, "09:00")
    practice.at("09:05")
    print(_cues(practice))
    assert _kinds(practice) == []

def test_arrived_and_forgotten_are_not_waiting(practice):
    hs = ("07:00","07:20","07:40","08:00","08:20")
    rows = [f"24-11-2026;{h};20;k{h};{i+50};Naam{i};Bakker;gepland;" for i, h in enumerate(hs)]
    _read(practice, CAME, *rows, "24-11-2026;09:00;20;m;2;Kok;Bakker;gepland;", NOW_ROW, NEXT_ROW)
    for h in hs:
        practice.at(h)
        practice.mark(EventKind.ARRIVED, h)
    practice.at("09:00")
    practice.mark(EventKind.TAKEN_IN, "09:00")
    practice.at("09:05")
    print(_cues(practice))
    assert _kinds(practice) == []

def test_undone_taken_in_is_no_marking(practice):
    other = "24-11-2026;08:00;20;y;900;Vroeg;Smit;gepland;"
    _read(practice, CAME, NOW_ROW, NEXT_ROW, other)
    practice.at("09:20")
    practice.mark(EventKind.TAKEN_IN, "08:00")
    practice.desk.agenda.undo(practice.by)
    practice.mark(EventKind.ARRIVED, "09:30")
    practice.at("09:50")
    assert _kinds(practice) == []

def test_tense_at_euthanasia(practice):
    practice.read(HEADER + ";behandeling;kenmerken", LONG_AGO+";;", CAME + ";controle;", NOW_ROW + ";euthanasie;gespannen", NEXT_ROW+";;", FAR_AHEAD+";;", yes=True)
    print(_cues(practice))
    assert "prettig" not in "".join(c.say for c in _cues(practice))

def test_told_holds_consistent(practice):
    _read(practice, CAME, "24-11-2026;14:30;20;n;1;Zonneveld;Bakker;gepland;", NEXT_ROW)
    practice.desk.ahead.run_late("Bakker", 20, practice.by)
    practice.at("14:00")
    day = practice.desk.agenda.day(TODAY, None)
    o = practice.desk.ahead.outlook(day)
    (v,) = day.visits
    assert _kinds(practice, "14:30") == []
    assert o.told_late(v, practice.desk.time.now()) == Told(None)

def test_birthday_on_another_day(practice):
    practice.desk.settings.choose(BIRTHDAY, YES, practice.by)
    _read(practice, CAME+"26-11-1970", "26-11-2026;09:30;20;n;1;Zonneveld;Bakker;gepland;", NEXT_ROW)
    day = practice.desk.agenda.day(date(2026,11,26), None)
    (v,) = day.visits
    cues = practice.desk.ahead.outlook(day).cues(v, v.start)
    print([c.know for c in cues])

def test_dst_spring_wait(practice):
    practice.read(HEADER, "28-03-2026;23:00;20;x;3;Vroeg;Smit;gepland;","29-03-2026;01:45;20;n;1;Zonneveld;Bakker;gepland;", yes=True)
    D = date(2026,3,29)
    practice.at("23:05", date(2026,3,28))
    (v0,) = practice.visits(date(2026,3,28)); practice.desk.agenda.mark(v0.id, EventKind.TAKEN_IN, practice.by)
    practice.at("01:50", D)
    (v,) = practice.visits(D)
    practice.desk.agenda.mark(v.id, EventKind.ARRIVED, practice.by)
    practice.at("03:04", D)   # 14 minutes later
    day = practice.desk.agenda.day(D, None)
    (v,) = day.visits
    now = practice.desk.time.now()
    cues = practice.desk.ahead.outlook(day).cues(v, now)
    print(now, [c.know for c in cues])
    assert not [c for c in cues if c.kind == "waiting_long"]

def test_cancelled_visit_no_welcome(practice):
    _read(practice, NOW_ROW.replace("gepland","afgezegd"), NEXT_ROW)
    print(_kinds(practice))
