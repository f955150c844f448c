#!/usr/bin/env python3
"""Writes classification sets that no constant was chosen on, for the bandit program: write_sets.py FOLDER.

balance-scale, tic-tac-toe and monks-2 are the UCI sets, which are complete enumerations of a rule and so can be written
down exactly; waveform (Breiman et al. 1984, 3 classes, 21 fields), ringnorm (Breiman 1996) and led (7 segments, each
wrong with 10 %, and 17 irrelevant ones) are drawn by their published recipes.
"""
import itertools
import math
import random
import sys


def balance_scale():
    for lw, ld, rw, rd in itertools.product(range(1, 6), repeat=4):
        left, right = lw * ld, rw * rd
        yield [lw, ld, rw, rd, "L" if left > right else "R" if right > left else "B"]


def tic_tac_toe():
    lines = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]

    def wins(board, who):
        return any(all(board[i] == who for i in line) for line in lines)

    for board in itertools.product("xob", repeat=9):
        x, o = board.count("x"), board.count("o")
        ended = (wins(board, "x") and not wins(board, "o") and x == o + 1
                 or wins(board, "o") and not wins(board, "x") and x == o
                 or not wins(board, "x") and not wins(board, "o") and x == 5 and o == 4)
        if ended:
            yield list(board) + ["positive" if wins(board, "x") else "negative"]


def monks_2():
    for row in itertools.product((1, 2, 3), (1, 2, 3), (1, 2), (1, 2, 3), (1, 2, 3, 4), (1, 2)):
        yield ["v%d" % v for v in row] + ["yes" if sum(v == 1 for v in row) == 2 else "no"]


def waveform(random_):
    def peak(centre):
        return [max(6 - abs(i - centre), 0) for i in range(1, 22)]

    bases = [peak(7), peak(15), peak(11)]
    for _ in range(5000):
        kind, u = random_.randrange(3), random_.random()
        a, b = [(0, 1), (0, 2), (1, 2)][kind]
        yield ["%.3f" % (u * bases[a][i] + (1 - u) * bases[b][i] + random_.gauss(0, 1)) for i in range(21)] + [
            "wave%d" % kind]


def ringnorm(random_):
    for _ in range(7400):
        kind = random_.randrange(2)
        mean, deviation = (0, 2) if kind == 0 else (1 / math.sqrt(20), 1)
        yield ["%.3f" % random_.gauss(mean, deviation) for _ in range(20)] + ["r%d" % kind]


def led(random_):
    digits = ["1110111", "0010010", "1011101", "1011011", "0111010", "1101011", "1101111", "1010010", "1111111",
              "1111011"]
    for _ in range(5000):
        digit = random_.randrange(10)
        shown = [int(s) ^ (random_.random() < 0.1) for s in digits[digit]]
        yield shown + [random_.randrange(2) for _ in range(17)] + ["d%d" % digit]


def main():
    folder = sys.argv[1]
    sets = {"balance-scale": list(balance_scale()), "tic-tac-toe": list(tic_tac_toe()), "monks-2": list(monks_2()),
            "waveform": list(waveform(random.Random(1))), "ringnorm": list(ringnorm(random.Random(2))),
            "led": list(led(random.Random(3)))}
    for name, rows in sets.items():
        classes = [row[-1] for row in rows]
        with open("%s/%s.csv" % (folder, name), "w") as file:
            file.write(",".join(["f%d" % i for i in range(1, len(rows[0]))] + ["class"]) + "\n")
            for row in rows:
                file.write(",".join(map(str, row)) + "\n")
        most = max(classes.count(c) for c in set(classes)) / len(rows)
        print("%-14s %5d rows, %2d classes, always the most frequent class: loss %.3f" % (name, len(rows),
                                                                                           len(set(classes)), 1 - most))


main()
