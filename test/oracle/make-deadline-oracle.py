#!/usr/bin/env python3
"""Makes deadline-oracle.json: an independent second opinion on the deadlines of the notification types.

Says for every hour of 2024 to 2035 when a return interview is due, and for every day when each duty that is counted in
working days or calendar days is due, as UTC instants. Uses Python's zoneinfo; shares nothing with the TypeScript code.
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


def utc(at: datetime) -> str:
    return f"{at.astimezone(timezone.utc):%Y-%m-%dT%H:%M:%S.000Z}"


def midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=LONDON)


def end_of(day: date) -> str:
    return utc(midnight(day + timedelta(1)))


def working(day: date, count: int) -> str:
    last = calendar.after(day, count)
    return last if last == "beyond" else end_of(date.fromisoformat(last))


def hours(year: int, month: int):
    at = datetime(year, month, 1, tzinfo=timezone.utc)
    while at.month == month:
        yield f"{utc(at)} {utc(at + timedelta(hours=72))}"
        at += timedelta(hours=1)


def days(year: int, month: int):
    day = date(year, month, 1)
    while day.month == month:
        # half an hour before midnight UTC: in summer it is the next day in London
        posted = datetime(day.year, day.month, day.day, 23, 30, tzinfo=timezone.utc)
        local = posted.astimezone(LONDON).date()
        yield " ".join([
            day.isoformat(),
            utc(midnight(day)),                                             # planned placement: before it starts
            working(day, 5),                                                # emergency placement
            working(local, 2), working(local, 10),                          # host acknowledges, assesses the risk
            working(day, 10),                                               # end of a placement
            working(local, 15), working(local, 5),                          # conference after a move, answer
            utc(midnight(day + timedelta(1)).astimezone(timezone.utc) + timedelta(hours=72)),  # returned that day
        ])
        day += timedelta(1)


def of(year: int, month: int):
    return {"hours": calendar.digest(hours(year, month)), "days": calendar.digest(days(year, month))}


print(json.dumps({f"{y}-{m:02}": of(y, m) for y, m in calendar.months}, indent=1))
