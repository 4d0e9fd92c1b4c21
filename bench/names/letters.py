"""Plain letters, for making sets: deliberately simpler than src/names, and independent of it."""
import re
import unicodedata
from functools import lru_cache

PLAIN = {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"}
SOUNDS = [("ph", "f"), ("ck", "k"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("ch", "s"), ("dj", "j"), ("ts", "s"), ("x", "ks")]
SAME = str.maketrans("qcpvzgwy", "kkbfsgww")
# Family names that stand first in their own script.
EASTERN = set("""
    kim ri ryu pak choe jang jong chon han kang yun rim paek so o cho sin hwang an song chang zhang wang li liu chen lin wu zhao huang zhou xu
    sun ma hu guo he gao luo zheng liang xie tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai jia ding wei xue ye
    yan pan du dai xia zhong tian ren fan fang shi yao tan zou xiong jin hao lee park choi jung sato suzuki takahashi tanaka watanabe ito
    yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi matsumoto inoue kimura hayashi shimizu saito mori abe ikeda hashimoto
    ishikawa ogawa okada hasegawa fujita goto endo aoki sakamoto fukuda kwon hong jeon ko moon bae heo nam noh jeong seo yoon lim oh no
""".split())
PARTICLES = set("al el ul bin ibn ben bint de del la las los da dos do van der den von di du le the of and y e abu abou umm abd abdul".split())


@lru_cache(maxsize=1 << 18)
def plain(text):
    """Lower case without marks; letters of other scripts stay."""
    text = "".join(PLAIN.get(c, c) for c in unicodedata.normalize("NFKD", text.lower()))
    return "".join(c for c in text if not unicodedata.combining(c))


@lru_cache(maxsize=1 << 18)
def words(text):
    return tuple(re.findall(r"[^\W_]+", re.sub(r"['’ʿʾ`]", "", plain(text))))


@lru_cache(maxsize=1 << 18)
def skeleton(word):
    """The consonants of a word as they stay the same in most spellings."""
    for old, new in SOUNDS:
        word = word.replace(old, new)
    word = re.sub(r"(.)\1+", r"\1", word)
    kept = re.sub(r"[aeiouywh]", "", word[1:])
    first = re.sub(r"[aeiouywh]", "", word[:1])
    return re.sub(r"(.)\1+", r"\1", (first + kept).translate(SAME))


def bag(text):
    return tuple(sorted(words(text)))


def bones(text):
    return tuple(sorted(s for s in map(skeleton, words(text)) if s))


def distance(a, b):
    """Letters inserted, deleted, substituted."""
    if len(a) < len(b):
        a, b = b, a
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1]


def ratio(a, b):
    return 1 - distance(a, b) / max(len(a), len(b), 1)


@lru_cache(maxsize=1 << 18)
def alike(a, b):
    """Whether two words may be spellings of one: equal bones of two consonants or more, or few letters that differ."""
    if a == b:
        return True
    bone = skeleton(a)
    if len(bone) > 1 and bone == skeleton(b):
        return True
    longest = max(len(a), len(b))
    if min(len(a), len(b)) <= 3 or abs(len(a) - len(b)) > 0.3 * longest or len(set(a) ^ set(b)) > 0.6 * longest + 1:
        return False
    return ratio(a, b) >= 0.7


def shared(a, b):
    """How many words of the shorter name, particles aside, have a like in the longer; and how many it has."""
    a, b = ([w for w in words(t) if w not in PARTICLES] for t in (a, b))
    if len(a) > len(b):
        a, b = b, a
    left, found = list(b), 0
    for word in a:
        mate = next((o for o in left if alike(word, o)), None)
        if mate is not None:
            left.remove(mate)
            found += 1
    return found, len(a)


def related(a, b):
    """Whether two names have anything in common: a word that may be a spelling of the other's, or the same letters in a row."""
    return shared(a, b)[0] > 0 or ratio("".join(bag(a)), "".join(bag(b))) >= 0.75


def near(a, b):
    """0..1 by pairs of letters of the words: cheap, for finding neighbours."""
    a, b = set(grams(a)), set(grams(b))
    return 2 * len(a & b) / max(len(a) + len(b), 1)


@lru_cache(maxsize=1 << 18)
def grams(text):
    return tuple(w[i:i + 2] for word in words(text) for w in (f"^{word}$",) for i in range(len(w) - 1))


def script_of(text):
    """The script of the first letter."""
    for c in text:
        if c.isalpha():
            return unicodedata.name(c, "LATIN").split()[0].split("-")[0]
    return "LATIN"
