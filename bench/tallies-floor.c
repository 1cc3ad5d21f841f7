/* The pair tallies of src/core/tally in C with AVX2, as the floor that ours is measured against. Reads a file that
 * bench/tallies.bench.ts wrote: three 32-bit numbers (tiles, profiles, dimensions), then each tile's columns and
 * weights. Writes the sums as doubles to the second file, and prints the milliseconds that counting took. */
#include <immintrin.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { TILE = 512, LOW = 0, BEST = TILE, BEST_RIGHT = 2 * TILE, HIGH = 3 * TILE, PROFILE = 4 * TILE };

static const int LEFT[3] = {LOW, BEST, HIGH}, RIGHT[3] = {HIGH, BEST_RIGHT, LOW};

static int64_t lanes(__m256i sums) {
  int32_t each[8];
  _mm256_storeu_si256((__m256i *)each, sums);
  int64_t sum = 0;
  for (int i = 0; i < 8; i++) sum += each[i];
  return sum;
}

static void count(const int16_t *tile, const int16_t *weights, int m, int dimensions, double *sums) {
  const __m256i ones = _mm256_set1_epi16(1);
  for (int x = 0; x < m; x++)
    for (int y = 0; y < m; y++) {
      if (x == y) continue;
      for (int s = 0; s < 3; s++) {
        const int16_t *a = tile + x * PROFILE + LEFT[s], *b = tile + y * PROFILE + RIGHT[s];
        double *at = sums + (x * m + y) * 3 + s;
        __m256i heads = _mm256_setzero_si256(), lower = heads, upper = heads;
        for (int i = 0; i < TILE; i += 16) {
          __m256i mask = _mm256_cmpgt_epi16(_mm256_loadu_si256((const __m256i *)(a + i)),
                                            _mm256_loadu_si256((const __m256i *)(b + i)));
          heads = _mm256_sub_epi16(heads, mask);
          if (dimensions > 0) {
            const int16_t *w = weights + i;
            lower = _mm256_add_epi32(lower, _mm256_madd_epi16(mask, _mm256_loadu_si256((const __m256i *)w)));
            upper = _mm256_add_epi32(
                upper, _mm256_madd_epi16(mask, _mm256_loadu_si256((const __m256i *)(w + TILE))));
          }
        }
        *at += (double)lanes(_mm256_madd_epi16(heads, ones));
        if (dimensions > 0) at[3 * m * m] -= (double)(lanes(lower) + 32768 * lanes(upper));
      }
    }
}

int main(int argc, char **argv) {
  int32_t head[3];
  FILE *in = argc == 3 ? fopen(argv[1], "rb") : NULL;
  if (in == NULL || fread(head, sizeof *head, 3, in) != 3) return 2;
  const int m = head[1], dimensions = head[2];
  const size_t stride = (size_t)m * PROFILE + (size_t)dimensions * 2 * TILE, size = stride * (size_t)head[0];
  const size_t cells = (size_t)(dimensions + 1) * m * m * 3;
  int16_t *all = malloc(size * sizeof *all);
  double *sums = calloc(cells, sizeof *sums);
  if (all == NULL || sums == NULL || dimensions > 1 || fread(all, sizeof *all, size, in) != size) return 3;
  struct timespec from, to;
  clock_gettime(CLOCK_MONOTONIC, &from);
  for (int k = 0; k < head[0]; k++) count(all + k * stride, all + k * stride + m * PROFILE, m, dimensions, sums);
  clock_gettime(CLOCK_MONOTONIC, &to);
  printf("%.3f\n", 1e3 * (double)(to.tv_sec - from.tv_sec) + 1e-6 * (double)(to.tv_nsec - from.tv_nsec));
  FILE *out = fopen(argv[2], "wb");
  return out != NULL && fwrite(sums, sizeof *sums, cells, out) == cells && fclose(out) == 0 ? 0 : 4;
}
