"""A made-up case of any size, the same each time: persons, what several sources say of them, stays, relations, events, letters, links,
judgements. Nobody in it is real. Facilities, addresses and people are shared unevenly: a few are hubs.

Its lines go into files in the order in which they would come (a register, prisons, relations, what the police adds, what is corrected), and the same facts into
plain tables for the questions in SQL. A person more means about 13 statements, 3 stays and a relation."""
import datetime
import hashlib
import json
import pathlib
import random
import sqlite3
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "names"))
from make_people import pick, read_names  # noqa: E402

DAY_ONE = datetime.date(1985, 1, 1).toordinal()
DAYS = 12000
PARTS = ("register", "prisons", "relations", "police", "corrections")
COUNTRIES = "be fr iq sy tn ma ru de us ir tr dz eg pk af".split()
HANDLINGS = ["hawk", "hawk,amber", "amber", "red", "kite,green"]
KIN = "brother sister mother father son daughter cousin uncle wife husband".split()
TABLES = ("CREATE TABLE statement (entity TEXT, schema TEXT, prop TEXT, value TEXT, dataset TEXT, speaker TEXT, said_at TEXT)",
          "CREATE TABLE stay (event TEXT, person INTEGER, place INTEGER, first INTEGER, last INTEGER)",
          "CREATE TABLE edge (a INTEGER, b INTEGER, relation TEXT)")
INDEXES = ("CREATE INDEX by_entity ON statement (entity)", "CREATE INDEX by_value ON statement (value)",
           "CREATE INDEX by_place ON stay (place, first, last, person)", "CREATE INDEX by_person ON stay (person)",
           "CREATE INDEX by_a ON edge (a, b)", "CREATE INDEX by_b ON edge (b, a)")


def uneven(rnd, n):
    """0 more often than 1 than 2, each by the inverse of its rank."""
    return min(n - 1, int(n ** rnd.random() - 1))


def a_prison(rnd, n):
    """By the inverse root of its rank: of 10,000 the largest holds one in a hundred."""
    return min(n - 1, int(n * rnd.random() ** 2))


def written(rnd, day):
    """A day as a paper gives it: most often whole, else the month, the year, about the year, one of two years."""
    date, how = datetime.date.fromordinal(day), rnd.random()
    if how < 0.6:
        return date.isoformat()
    if how < 0.8:
        return date.isoformat()[:7]
    return f"{date.year}" if how < 0.9 else f"{date.year}~" if how < 0.95 else f"[{date.year - 1},{date.year}]"


class Maker:
    def __init__(self, persons, folder):
        self.n, self.folder = persons, pathlib.Path(folder)
        self.facilities, self.addresses = max(20, persons // 100), max(50, persons // 3)
        self.bodies = max(20, persons // 500)
        self.names = read_names()
        self.scripts = list(self.names)
        self.ids, self.counts, self.rows, self.out = [], {"statement": 0, "stay": 0, "relation": 0, "link": 0, "judgement": 0}, [], None
        self.db = sqlite3.connect(self.folder / "plain.db")
        self.db.execute("PRAGMA journal_mode = OFF")
        self.db.execute("PRAGMA synchronous = OFF")
        for table in TABLES:
            self.db.execute(table)

    # --- lines

    def put(self, **fields):
        line = json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        self.out.write(line + "\n")
        return line

    def say(self, rnd, entity, schema, source, *pairs, **more):
        """One source's statements on one entity."""
        dataset, speaker, said_at = source
        for prop, value in pairs:
            line = self.put(type="statement", entity=entity, schema=schema, prop=prop, value=value, stance=more.get("stance", "asserts"),
                            dataset=dataset, speaker=speaker, said_at=said_at, **{k: v for k, v in more.items() if k != "stance" and v})
            self.counts["statement"] += 1
            if rnd.random() < 0.02:
                self.ids.append((hashlib.sha256(line.encode()).hexdigest()[:32], entity, prop, speaker))
            self.rows.append((entity, schema, prop, value, dataset, speaker, said_at))
        if len(self.rows) > 50000:
            self.flush()

    def flush(self):
        self.db.executemany("INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?)", self.rows)
        self.rows.clear()

    def source(self, rnd, kind, many):
        which = uneven(rnd, many)
        return f"{kind}-{which}", f"{kind.capitalize()} {which}", f"{1990 + which % 30}-{1 + which % 12:02d}"

    def handling(self, rnd):
        return rnd.choice(HANDLINGS) if rnd.random() < 0.04 else ""

    # --- who is who

    def name(self, rnd):
        """A name, and the same in the script that its words are of."""
        parts = [pick(rnd, self.names[rnd.choice(self.scripts)])] if rnd.random() < 0.01 else []
        script = rnd.choice(self.scripts)
        parts += [pick(rnd, self.names[script]) for _ in range(rnd.choice((2, 2, 2, 3)))]
        return " ".join(latin.capitalize() for latin, _ in parts), " ".join(native for _, native in parts)

    def other_person(self, rnd, i):
        """Most often somebody near; else anybody, hubs rather than others."""
        other = (i + rnd.randint(1, 40)) % self.n if rnd.random() < 0.85 else uneven(rnd, self.n)
        return other if other != i else (i + 1) % self.n

    def register(self, rnd):
        where = ("gazetteer", "Gazetteer", "2015")
        for f in range(self.facilities):
            self.say(rnd, f"f{f}", "PublicBody", where, ("name", f"Prison {self.name(rnd)[0]} {f}"), ("country", rnd.choice(COUNTRIES)))
        for b in range(self.bodies):
            self.say(rnd, f"o{b}", "Organization", where, ("name", f"Organisation {self.name(rnd)[0]} {b}"), ("country", rnd.choice(COUNTRIES)))
        for i in range(self.n):
            source, (latin, native), born = self.source(rnd, "register", 50), self.name(rnd), DAY_ONE - rnd.randrange(1000, 20000)
            pairs = [("name", latin), ("nationality", rnd.choice(COUNTRIES))]
            if rnd.random() < 0.7:
                pairs.append(("birthDate", written(rnd, born)))
            if rnd.random() < 0.25:
                pairs.append(("alias", native))
            self.say(rnd, f"p{i}", "Person", source, *pairs)
            if rnd.random() < 0.3:
                again = [("name", latin if rnd.random() < 0.6 else " ".join(reversed(latin.split())))]
                if rnd.random() < 0.5:
                    again.append(("birthDate", written(rnd, born + rnd.choice((0, 0, 0, 1, 365)))))
                self.say(rnd, f"p{i}", "Person", self.source(rnd, "passports", 20), *again, handling=self.handling(rnd))

    # --- stays

    def stay(self, event, person, place, first, last):
        self.db.execute("INSERT INTO stay VALUES (?, ?, ?, ?, ?)", (event, person, place, first, last))
        self.counts["stay"] += 1

    def prisons(self, rnd):
        for d in range(3 * self.n // 2):
            person = uneven(rnd, self.n) if rnd.random() < 0.001 else rnd.randrange(self.n)
            place, first = a_prison(rnd, self.facilities), DAY_ONE + rnd.randrange(DAYS)
            last = first + int(3 * 100 ** rnd.random())
            pairs = [("detainee", f"p{person}"), ("facility", f"f{place}"), ("startDate", written(rnd, first))]
            if rnd.random() < 0.8:
                pairs.append(("endDate", written(rnd, last)))
            self.say(rnd, f"d{d}", "Detention", self.source(rnd, "prisons", 100), *pairs, handling=self.handling(rnd))
            self.stay(f"d{d}", person, place, first, last)
            if rnd.random() < 0.05:
                self.say(rnd, f"d{d}", "Detention", self.source(rnd, "court", 30), ("startDate", written(rnd, first + rnd.choice((0, 1, 30)))))

    def addresses_of(self, rnd):
        for _ in range(3 * self.n // 2):
            person, place, first = rnd.randrange(self.n), uneven(rnd, self.addresses) if rnd.random() < 0.03 else rnd.randrange(self.addresses), DAY_ONE + rnd.randrange(DAYS)
            last = first + int(30 * 100 ** rnd.random())
            years = datetime.date.fromordinal(first).year, datetime.date.fromordinal(last).year
            self.say(rnd, f"p{person}", "Person", self.source(rnd, "police", 50), ("address", f"{place % 200 + 1} Street {place // 200}, Town {place // 5000}"),
                     valid=f"{years[0]}/{years[1]}")
            self.stay("", person, self.facilities + place, first, last)

    # --- relations and events

    def relation(self, rnd, r, a):
        kind, source = rnd.random(), self.source(rnd, "police", 50)
        b = self.other_person(rnd, a)
        body = uneven(rnd, self.bodies)
        more = {"handling": self.handling(rnd), "stance": "suspects" if rnd.random() < 0.05 else "denies" if rnd.random() < 0.02 else "asserts"}
        if kind < 0.4:
            self.say(rnd, f"r{r}", "Family", source, ("person", f"p{a}"), ("relative", f"p{b}"), ("relationship", rnd.choice(KIN)), **more)
        elif kind < 0.75:
            self.say(rnd, f"r{r}", "Associate", source, ("person", f"p{a}"), ("associate", f"p{b}"), **more)
        elif kind < 0.9:
            self.say(rnd, f"r{r}", "Membership", source, ("member", f"p{a}"), ("organization", f"o{body}"), **more)
        else:
            self.say(rnd, f"r{r}", "UnknownLink", source, ("subject", f"p{a}"), ("object", f"p{b}"), **more)
        self.db.execute("INSERT INTO edge VALUES (?, ?, ?)", (a, self.n + body if 0.75 <= kind < 0.9 else b, f"r{r}"))
        self.counts["relation"] += 1

    def relations(self, rnd):
        for r in range(self.n):
            self.relation(rnd, r, rnd.randrange(self.n))

    def police(self, rnd):
        self.addresses_of(rnd)
        for e in range(self.n // 10):
            a, day = rnd.randrange(self.n), DAY_ONE + rnd.randrange(DAYS)
            b = self.other_person(rnd, a)
            self.say(rnd, f"v{e}", "Visit", self.source(rnd, "prisons", 100), ("visitor", f"p{a}"), ("visited", f"p{b}"), ("facility", f"f{a_prison(rnd, self.facilities)}"), ("date", written(rnd, day)))
            self.say(rnd, f"m{e}", "Message", self.source(rnd, "police", 50), ("sender", f"p{a}"), ("recipients", f"p{b}"), ("date", written(rnd, day)), ("subject", "a letter"))
            self.say(rnd, f"x{e}", "Offence", self.source(rnd, "court", 30), ("accused", f"p{a}"), ("charge", rnd.choice(("illegal entry", "theft", "membership of a group"))))
            self.say(rnd, f"p{a}", "Person", self.source(rnd, "court", 30), ("nationality", rnd.choice(COUNTRIES)), ("notes", f"was seen with {self.name(rnd)[0]}"))

    # --- what is corrected, judged, linked

    def corrections(self, rnd):
        for _ in range(self.n // 20):
            (a, *_), (b, entity, prop, speaker) = rnd.choice(self.ids), rnd.choice(self.ids)
            if a == b:
                continue
            link = rnd.choice(("repeats", "repeats", "supports", "opposes", "retracts", "replaces"))
            self.put(type="link", link=link, speaker=speaker, why="made up", to=b, **{"from": a})
            self.counts["link"] += 1
        for _ in range(self.n // 50):
            a, b = rnd.randrange(self.n), rnd.randrange(self.n)
            if a != b:
                self.put(type="judgement", a=f"p{a}", b=f"p{b}", judgement=rnd.choice(("same", "same", "different", "unsure")), why="made up")
                self.counts["judgement"] += 1
        for i in rnd.sample(range(self.n), self.n // 100):
            self.say(rnd, f"p{i}", "Person", ("review", "Review", "2021-05"), ("topics", "wanted"))

    def make(self):
        for number, part in enumerate(PARTS):
            with open(self.folder / f"{number}-{part}.jsonl", "w", encoding="utf-8") as self.out:
                getattr(self, part)(random.Random(number + 1))
        self.flush()
        for index in INDEXES:
            self.db.execute(index)
        self.db.commit()
        self.db.close()
        (self.folder / "counts.json").write_text(json.dumps(self.counts))


if __name__ == "__main__":
    Maker(int(sys.argv[1]), sys.argv[2]).make()
