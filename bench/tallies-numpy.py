"""The pair tallies of src/core/tally with numpy, a chunk of stakeholders at a time. Reads the file that
bench/tally-input.ts wrote: two 32-bit numbers (n, profiles), then low, best and high scores as 16-bit numbers and
weights as doubles. Writes the sums as doubles to the second file, in the order of tallies-floor.c, and prints the
milliseconds that counting took."""
import sys
import time

import numpy as np

CHUNK = 4096
with open(sys.argv[1], "rb") as file:
    n, m = np.fromfile(file, np.int32, 2)
    low, best, high = (np.fromfile(file, np.int16, n * m).reshape(n, m) for _ in range(3))
    weights = np.fromfile(file, np.float64, n)

began = time.perf_counter()
sums = np.zeros((2, m, m, 3))
for start in range(0, n, CHUNK):
    part = slice(start, start + CHUNK)
    both = np.stack([np.ones(len(weights[part])), weights[part]])
    for stance, (left, right) in enumerate(((low, high), (best, best), (high, low))):
        over, under = left[part], right[part]
        for x in range(m):
            # Sums of whole numbers below 2^53: exact in doubles, whatever the order.
            sums[:, x, :, stance] += both @ (over[:, x, None] > under).astype(np.float64)
for x in range(m):
    sums[:, x, x, :] = 0
print(1e3 * (time.perf_counter() - began))
sums.tofile(sys.argv[2])
