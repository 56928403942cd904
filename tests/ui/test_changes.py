"""News of the core reaches the screens in their own thread."""

import threading

from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from reception_assistant.changes import Changed, ChangeFeed
from ui.changes import ChangeBridge


def test_a_write_in_another_thread_is_told_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    feed, origin = ChangeFeed(), object()
    bridge = ChangeBridge(feed)
    where: list[QThread] = []
    bridge.changed.connect(lambda _what, _origin: where.append(QThread.currentThread()))
    with qtbot.waitSignal(bridge.changed, timeout=5000) as told:
        threading.Thread(target=lambda: feed.publish(Changed.DAY, origin)).start()
    assert told.args == [Changed.DAY, origin]
    assert where == [bridge.thread()]


def test_what_changed_arrives_whole(qtbot: QtBot) -> None:
    feed = ChangeFeed()
    bridge = ChangeBridge(feed)
    with qtbot.waitSignal(bridge.changed, timeout=5000) as told:
        feed.publish(Changed.DAY | Changed.STAFF, None)
    assert told.args == [Changed.DAY | Changed.STAFF, None]


def test_a_write_of_another_process_may_have_changed_everything(qtbot: QtBot) -> None:
    bridge = ChangeBridge(ChangeFeed())
    with qtbot.waitSignal(bridge.changed, timeout=5000) as told:
        bridge.tell_foreign_write()
    assert told.args == [Changed.EVERYTHING, None]


def test_a_closed_bridge_hears_nothing_more(qtbot: QtBot) -> None:
    feed = ChangeFeed()
    bridge = ChangeBridge(feed)
    bridge.close()
    with qtbot.assertNotEmitted(bridge.changed, wait=20):
        feed.publish(Changed.DAY, None)
