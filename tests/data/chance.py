# SPDX-License-Identifier: MIT
"""Chance, the same each time, for the programs beside it that make rows."""
import math
import random

noise = random.Random(1)


def poisson(mean):
    limit, product, count = math.exp(-mean), noise.random(), 0
    while product > limit:
        count, product = count + 1, product * noise.random()
    return count
