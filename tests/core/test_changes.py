"""News of a write reaches everybody who listens, with what it touched and who asked."""

from reception_assistant.changes import Change, Changed, ChangeFeed


def test_everybody_who_listens_hears_of_a_change() -> None:
    feed, screen = ChangeFeed(), object()
    heard: list[tuple[str, Change]] = []
    feed.listen(lambda change: heard.append(("day", change)))
    feed.listen(lambda change: heard.append(("card", change)))
    feed.publish(Changed.DAY | Changed.STAFF, screen)
    change = Change(Changed.DAY | Changed.STAFF, screen)
    assert heard == [("day", change), ("card", change)]


def test_who_stopped_listening_hears_nothing() -> None:
    feed = ChangeFeed()
    heard: list[Change] = []
    feed.listen(heard.append)
    feed.forget(heard.append)
    feed.publish(Changed.DAY, None)
    assert heard == []


def test_a_listener_may_stop_listening_while_it_is_told() -> None:
    feed = ChangeFeed()
    heard: list[str] = []

    def once(_change: Change) -> None:
        heard.append("once")
        feed.forget(once)

    feed.listen(once)
    feed.listen(lambda _change: heard.append("always"))
    feed.publish(Changed.DAY, None)
    feed.publish(Changed.DAY, None)
    assert heard == ["once", "always", "always"]


def test_everything_holds_every_subject() -> None:
    assert all(subject in Changed.EVERYTHING for subject in Changed)
    assert Changed.CALLS not in Changed.DAY | Changed.STAFF
