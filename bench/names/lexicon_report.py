#!/usr/bin/env python3
"""What the lexicon's tables cover, and what common names of the world's regions weigh.

    bench/names/lexicon_report.py

Covered are words of the dev parts of Wikidata's name pairs (which the tables were not made from), and of the names of the lists of
OFAC and the UN (which they were, in a small part). REDTHREAD_NAMES names another folder of name pairs.
"""
import collections
import sys

import latin

sys.path.insert(0, str(latin.TOP / "tools"))
import lexicon_gen  # noqa: E402

REGIONS = {
    "China": "wang li zhang liu chen yang huang zhao wei min jing xiaoming", "Hong Kong, Taiwan": "chan wong cheung lam leung chang lin hsu",
    "Japan": "sato suzuki takahashi tanaka watanabe hiroshi kenji yoko", "Korea": "kim lee park choi jung ri pak chol yong",
    "Vietnam": "nguyen tran le pham van thi minh huong", "India": "kumar singh devi sharma patel khan reddy das rajesh sunita",
    "Pakistan, Bangladesh": "muhammad khan ahmed hussain bibi begum islam rahman akter malik", "Iran": "mohammad hossein reza mohammadi fatemeh hosseini",
    "Arabs": "mohammed ahmed ali hassan hussein abdullah omar fatima khalid youssef", "Turkey": "mehmet mustafa yilmaz kaya demir fatma ayse",
    "Central Asia": "aliyev mammadov karimov rustam aibek gulnara", "Russia": "ivanov smirnov petrova sergei aleksandr olga tatyana vladimirovich",
    "Ukraine": "shevchenko bondarenko oleksandr volodymyr olena", "Poland": "nowak kowalski jan anna piotr", "Balkans": "petrovic ivan hoxha popescu nikola",
    "Greece": "papadopoulos georgios maria ioannis", "Caucasus": "sargsyan grigoryan beridze giorgi tigran", "Israel": "cohen levi yosef moshe sarah",
    "Germany": "muller schmidt peter michael ursula", "France": "martin bernard jean marie dupont", "Italy": "rossi russo giuseppe maria bianchi",
    "Spanish America": "garcia rodriguez maria jose juan carlos lopez", "Brazil": "silva santos maria jose joao oliveira",
    "English": "smith johnson john mary james williams", "Indonesia": "muhammad siti nur setiawan agus sri", "Nigeria, Ghana": "musa ibrahim okafor adeyemi mensah kwame",
    "West Africa": "diallo traore mamadou coulibaly moussa", "East Africa": "abdi hassan mwangi abebe tesfaye otieno",
    "Southern Africa": "dlamini ndlovu nkosi moyo banda", "Kurds": "barzani karwan hawar ahmed", "Philippines": "santos reyes delacruz maria jose",
}


def covered(entries, counts):
    words = [w for w in counts if len(w) > 1]
    known = [w for w in words if w in entries]
    return len(known) / len(words), sum(counts[w] for w in known) / sum(counts[w] for w in words), len(words)


def main():
    lexicon, _ = lexicon_gen.read(str(latin.TOP / "data/names"))
    entries = lexicon.entries
    print(f"{len(entries)} words and phrases, {sum(1 for m in lexicon.members if len(m) > 1)} families of spellings with "
          f"{len(lexicon.spelled)} words, {sum(1 for e in entries.values() if any(e.families.values()))} words that are forms or short forms\n")
    print(f"{'held in the tables':<28}{'words':>8}{'of them':>9}{'by how often seen':>19}")
    for script in latin.SCRIPTS:
        seen = collections.Counter()
        for word, _, n in latin.pairs(script, "dev"):
            seen[word] += n
        types, tokens, n = covered(entries, seen)
        print(f"{'dev, ' + script:<28}{n:>8}{types:>9.1%}{tokens:>19.1%}")
    for person, name in ((True, "lists, persons"), (False, "lists, organisations")):
        seen = collections.Counter(w for p, main_name, others in latin.entries() if p == person for x in [main_name, *others] for w in latin.words(x))
        types, tokens, n = covered(entries, seen)
        print(f"{name:<28}{n:>8}{types:>9.1%}{tokens:>19.1%}")
    print("\nwhat common names say, in nats (an unknown word of six letters: " f"{lexicon.rare[5]:.1f})")
    for region, words in REGIONS.items():
        print(f"{region:<22}" + "  ".join(f"{w} {entries[w].person:.1f}" if w in entries else f"{w} -" for w in words.split()))


if __name__ == "__main__":
    main()
