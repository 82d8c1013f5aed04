#!/usr/bin/env python3
"""Makes deadline-oracle.json: an independent second opinion on the deadlines of the notification types.

Every kind of duty that has a date. Those that count from the moment of a notice are told for every hour of 2024 to 2035,
and for every minute within three hours of each change of the clocks; those that count from a date, for every day. All as
UTC instants. Uses Python's zoneinfo; shares nothing with the TypeScript code.
Run: python3 test/oracle/make-deadline-oracle.py > test/oracle/deadline-oracle.json
"""
import importlib.util
import json
import pathlib
from datetime import date, datetime, timedelta, timezone

here = pathlib.Path(__file__).parent
spec = importlib.util.spec_from_file_location("calendar_oracle", here / "make-calendar-oracle.py")
calendar = importlib.util.module_from_spec(spec)
spec.loader.exec_module(calendar)
LONDON = calendar.LONDON
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)


def utc(at: datetime) -> str:
    return f"{at.astimezone(timezone.utc):%Y-%m-%dT%H:%M:%S.000Z}"


def midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=LONDON)


def elapsed(at: datetime, hours: int) -> str:
    return utc(at.astimezone(timezone.utc) + hours * HOUR)


def end_of(day: date) -> str:
    return utc(midnight(day + timedelta(1)))


def working(day: date, count: int) -> str:
    last = calendar.after(day, count)
    return last if last == "beyond" else end_of(date.fromisoformat(last))


def as_published(day: date, count: int) -> str:
    """Another start of the same duty: where no bank holiday is published yet, weekends and Christmas Day alone count."""
    while count:
        day += timedelta(1)
        is_published = day in calendar.ALL and day <= calendar.KNOWN_UNTIL
        if day.weekday() < 5 and not is_published and (day.month, day.day) != (12, 25):
            count -= 1
    return end_of(day)


def months_on(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    first_after = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    last = (first_after - timedelta(1)).day
    return date(year, month + 1, min(day.day, last))


def instants(year: int, month: int):
    at = datetime(year, month, 1, tzinfo=timezone.utc)
    while at.month == month:
        before, after = ((at + hours * HOUR).astimezone(LONDON).utcoffset() for hours in (-3, 3))
        yield at
        at += MINUTE if before != after else HOUR


def told_ahead(day: date) -> date:
    """London date of a notice at 23:30 UTC three weeks before."""
    told = datetime(day.year, day.month, day.day, 23, 30, tzinfo=timezone.utc) - timedelta(21)
    return told.astimezone(LONDON).date()


def hours(year: int, month: int):
    for at in instants(year, month):
        local = at.astimezone(LONDON).date()
        yield " ".join([
            utc(at),
            elapsed(at, 1), elapsed(at, 24), elapsed(at, 24), elapsed(at, 72),  # missing: answer, tell host, put right, interview
            working(local, 2), working(local, 10),                              # placement: host acknowledges, assesses the risk
            working(local, 5), working(local, 5),                               # unknown host, answer to a consultation
            working(local, 15), working(local, 5), end_of(local + timedelta(3)),  # move: conference, answer, information
            working(local, 1), elapsed(at, 24),                         # exploitation: answer, put right
        ])


def days(year: int, month: int):
    day = date(year, month, 1)
    while day.month == month:
        yield " ".join([
            day.isoformat(),
            *[utc(midnight(day))] * 3,                              # planned placement, care plan, assessment: before it starts
            *[working(day, 5)] * 3,                                 # the same in an emergency
            working(day, 5), utc(midnight(day)),                    # from a return: both readings
            utc(midnight(day)),                                     # care plan before an intended start
            working(day, 10),                                       # end of a placement
            working(day, 15), as_published(told_ahead(day), 15),  # conference of a move told of ahead: both readings
            as_published(day, 15), as_published(day, 15),           # information received, referral accepted
            end_of(day + timedelta(13)),                            # s208: 14 days beginning with it
            end_of(months_on(day, 3)), end_of(day + timedelta(30)),  # temporary stay, and one that is to end before
            elapsed(midnight(day + timedelta(1)), 72),              # interview of a child returned that day
            elapsed(midnight(day + timedelta(1)), 24),              # host told of a child last seen that day
            working(day, 5), end_of(day + timedelta(45)),           # reasonable grounds: Home Office, local panel
            end_of(day),                                            # review of a concern, set for that day
        ])
        day += timedelta(1)


def of(year: int, month: int):
    return {"hours": calendar.digest(hours(year, month)), "days": calendar.digest(days(year, month))}


if __name__ == "__main__":
    print(json.dumps({f"{y}-{m:02}": of(y, m) for y, m in calendar.months}, indent=1))
