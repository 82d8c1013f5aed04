#!/usr/bin/env python3
"""Makes calendar-oracle.json: an independent second opinion on London time and working days.

Uses Python's zoneinfo and its own Easter and substitute-day arithmetic; shares nothing with the TypeScript code.
Each month holds the SHA-256 of its lines, so that the fixture stays small and a difference names its month.
Run: python3 test/oracle/make-calendar-oracle.py > test/oracle/calendar-oracle.json
"""
import hashlib
import json
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
ONE_OFF = {date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8)}
KNOWN_UNTIL = date(2028, 12, 31)


def easter(year: int) -> date:
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def holidays(year: int) -> set[date]:
    first_monday_may = date(year, 5, 1) + timedelta((7 - date(year, 5, 1).weekday()) % 7)
    days = {easter(year) - timedelta(2), easter(year) + timedelta(1)}
    days.add(date(2020, 5, 8) if year == 2020 else first_monday_may)
    days.add(date(2022, 6, 2) if year == 2022 else date(year, 5, 31) - timedelta(date(year, 5, 31).weekday()))
    days.add(date(year, 8, 31) - timedelta(date(year, 8, 31).weekday()))
    fixed = [date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)]
    taken = {d for d in fixed if d.weekday() < 5}
    for d in fixed:
        while d.weekday() >= 5 or (d in taken and d not in fixed):
            d += timedelta(1)
            while d in taken:
                d += timedelta(1)
        taken.add(d)
    return days | taken | {d for d in ONE_OFF if d.year == year}


ALL = set().union(*(holidays(y) for y in range(2014, 2030)))


def after(day: date, count: int) -> str:
    while count:
        day += timedelta(1)
        if day.weekday() < 5 and day not in ALL:
            count -= 1
    return day.isoformat() if day <= KNOWN_UNTIL else "beyond"


def hours(year: int, month: int):
    at = datetime(year, month, 1, tzinfo=timezone.utc)
    while at.month == month:
        local = at.astimezone(LONDON)
        yield f"{at:%Y-%m-%dT%H:%M:%S.000Z} {local:%Y-%m-%d %H:%M}"
        at += timedelta(hours=1)


def days(year: int, month: int):
    day = date(year, month, 1)
    while day.month == month:
        start = datetime(day.year, day.month, day.day, tzinfo=LONDON).astimezone(timezone.utc)
        counts = " ".join(after(day, n) for n in (1, 5, 10, 15)) if day <= KNOWN_UNTIL else "beyond"
        yield f"{day} {start:%Y-%m-%dT%H:%M:%S.000Z} {counts}"
        day += timedelta(1)


def digest(lines) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


months = [(y, m) for y in range(2024, 2036) for m in range(1, 13)]


def main() -> None:
    fixture = {f"{y}-{m:02}": {"hours": digest(hours(y, m)), "days": digest(days(y, m))} for y, m in months}
    print(json.dumps(fixture, indent=1))


if __name__ == "__main__":
    main()
