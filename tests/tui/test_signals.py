import signal
import threading

from incident_tui.tui.terminal.signals import last_words


def test_everything_is_as_before_when_the_program_goes_on() -> None:
    before = [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)]
    with last_words(lambda: None):
        assert signal.getsignal(signal.SIGTERM) != before[0]
        [watch] = [thread for thread in threading.enumerate() if thread.name == "last-words"]
    assert [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGHUP)] == before
    assert signal.set_wakeup_fd(-1) == -1
    watch.join(timeout=10)
    assert not watch.is_alive()
