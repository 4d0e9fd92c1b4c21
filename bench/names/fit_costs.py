#!/usr/bin/python3
"""Fits how a cost of letters becomes a cost in nats: near_pairs prints what this reads.

    fit_costs.py < NEAR

Logistic regression of "one name" on the cost and the letters of the Latin name. Words being one against words met by
chance, log odds = information - cost' with cost' = slope * cost - letter * letters + base; prints the three, and how the
odds that were measured compare with those, by cost.
"""
import math
import sys


def solve(a, b):
    n = len(b)
    m = [row[:] + [v] for row, v in zip(a, b)]
    for i in range(n):
        p = max(range(i, n), key=lambda r: abs(m[r][i]))
        m[i], m[p] = m[p], m[i]
        for r in range(n):
            if r != i:
                f = m[r][i] / m[i][i]
                m[r] = [x - f * y for x, y in zip(m[r], m[i])]
    return [m[i][n] / m[i][i] for i in range(n)]


def fit(rows, rounds=25):
    w = [0.0] * len(rows[0][1])
    for _ in range(rounds):
        gradient = [-0.01 * x for x in w]
        hesse = [[0.01 if i == k else 0.0 for k in range(len(w))] for i in range(len(w))]
        for y, x, offset in rows:
            p = 1 / (1 + math.exp(-max(-30, min(30, offset + sum(a * b for a, b in zip(w, x))))))
            for i, a in enumerate(x):
                gradient[i] += (y - p) * a
                for k, b in enumerate(x):
                    hesse[i][k] += p * (1 - p) * a * b
        w = [a + max(-3, min(3, d)) for a, d in zip(w, solve(hesse, gradient))]
    return w


def main():
    rows, trues, chances = [], 0, 0
    for line in sys.stdin:
        f = line.split()
        if f[0] == "#":
            trues, chances = int(f[1]), int(f[3])
        else:
            rows.append((int(f[0]), float(f[1]), int(f[2]), float(f[3])))
    base = math.log(trues / chances)
    data = [(y, (1.0, -cost, letters), base + info) for y, cost, letters, info in rows]
    w = fit(data)
    print(f"cost' = {w[1]:.3f} * cost - {w[2]:.3f} * letters + {-w[0]:.2f}")
    for low in range(0, 14):
        part = [r for r in rows if low < r[1] <= low + 1]
        one = sum(r[0] for r in part)
        if one and one < len(part):
            info = sum(r[3] for r in part if r[0]) / one
            said = sum(w[1] * r[1] - w[2] * r[2] - w[0] for r in part if r[0]) / one
            print(f"  {low}-{low + 1}: {one} true, {len(part) - one} chance, log odds {math.log(one / (len(part) - one)) - base:.2f}, "
                  f"information {info:.2f}: cost' {info - math.log(one / (len(part) - one)) + base:.2f}, fitted {said:.2f}")


if __name__ == "__main__":
    main()
