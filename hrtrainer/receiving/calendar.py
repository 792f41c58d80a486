"""The next meeting as a calendar file. It says when, and nothing of what: calendars are seen by others."""

from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from hrtrainer import words
from hrtrainer.problem import Problem
from hrtrainer.session.agreed import Agreed

_HOUR = timedelta(hours=1)


def calendar_bytes(agreed: Agreed, made: int) -> bytes:
    """The meeting for any calendar; `made` is now, in milliseconds since 1970. Without a time it is a whole day.

    The time is that of the clock where it is opened. Opened again, it is the same meeting. Raises Problem F32 where no
    date was agreed.
    """
    # Here and not above: it brings time zones along, which nothing else here has use for.
    from icalendar import Calendar, Event

    if not agreed.next:
        raise Problem("F32", "No date was agreed for a next meeting.", "A reply has one under 'next'.")
    day = date.fromisoformat(agreed.next)
    event = Event()
    event.add("summary", "Supervision")
    if agreed.time:
        begin = datetime.combine(day, time.fromisoformat(agreed.time))
        event.add("dtstart", begin)
        event.add("dtend", begin + _HOUR)
    else:
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
    event.add("dtstamp", datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=made))
    event.add("uid", f"{sha256(repr(agreed).encode('utf-8', 'replace')).hexdigest()[:32]}@hrtrainer")
    calendar = Calendar()
    calendar.add("prodid", f"-//{words.PROGRAM}//EN")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    made_bytes: bytes = calendar.to_ical()
    return made_bytes
