// Forward pass of the sentence encoder (a BERT with hidden size 384), for WebAssembly with SIMD, one thread.
//
// Weights are int8 with one scale an output; activations are rounded to 12 bits with one scale a token, so that the
// products fit 32-bit sums (127 · 2047 · 1536 < 2^31) and the rounding of activations does not show. All arithmetic is
// plain SIMD128: no relaxed instruction, so every machine computes the same bits.
//
// The asset is copied to `heap()` by the caller; its layout is written by export.py, in the order it is read here.

#include <stdint.h>
#include <wasm_simd128.h>

#define HIDDEN 384
#define HEADS 12
#define DEPTH (HIDDEN / HEADS)
#define INNER 1536
#define TOKENS 160
#define HEADER 64

extern unsigned char __heap_base;

// Working memory, in the order of a layer's steps.
static float state[TOKENS * HIDDEN] __attribute__((aligned(16)));
static float wide[TOKENS * INNER] __attribute__((aligned(16)));
static float mixed[TOKENS * HIDDEN] __attribute__((aligned(16)));
static int16_t rounded[(TOKENS + 1) * INNER] __attribute__((aligned(16)));
static float steps[TOKENS + 1];
static float keys[TOKENS * DEPTH] __attribute__((aligned(16)));
static float scores[TOKENS] __attribute__((aligned(16)));
static float pooled[HIDDEN] __attribute__((aligned(16)));
static int32_t tokens[TOKENS];

uint8_t *heap(void) { return (uint8_t *)(((uintptr_t)&__heap_base + 63) & ~(uintptr_t)63); }
int32_t *input(void) { return tokens; }
float *output(void) { return pooled; }
float *states(void) { return state; }

// CRC-32 (IEEE), four bits at a time: of the asset, before anything in it is believed.
uint32_t checksum(const uint8_t *bytes, uint32_t length) {
  static uint32_t table[8][256];
  if (!table[0][1]) {
    for (uint32_t i = 0; i < 256; i++) {
      uint32_t c = i;
      for (int k = 0; k < 8; k++) c = c & 1 ? 0xEDB88320u ^ (c >> 1) : c >> 1;
      table[0][i] = c;
    }
    for (uint32_t i = 0; i < 256; i++)
      for (int s = 1; s < 8; s++) table[s][i] = table[0][table[s - 1][i] & 255] ^ (table[s - 1][i] >> 8);
  }
  uint32_t crc = ~0u;
  for (; length >= 8; length -= 8, bytes += 8) {
    uint32_t low = crc ^ *(const uint32_t *)bytes, high = *(const uint32_t *)(bytes + 4);
    crc = table[7][low & 255] ^ table[6][low >> 8 & 255] ^ table[5][low >> 16 & 255] ^ table[4][low >> 24] ^
          table[3][high & 255] ^ table[2][high >> 8 & 255] ^ table[1][high >> 16 & 255] ^ table[0][high >> 24];
  }
  while (length--) crc = table[0][(crc ^ *bytes++) & 255] ^ (crc >> 8);
  return ~crc;
}

static float root(float x) { return __builtin_sqrtf(x); }

static float sum4(v128_t v) {
  return (wasm_f32x4_extract_lane(v, 0) + wasm_f32x4_extract_lane(v, 1)) +
         (wasm_f32x4_extract_lane(v, 2) + wasm_f32x4_extract_lane(v, 3));
}

// e^x for x ≤ 0 (Cephes' polynomial; relative error below 2e-7), 0 below -87.
static v128_t exponential(v128_t x) {
  x = wasm_f32x4_max(x, wasm_f32x4_splat(-87.0f));
  v128_t n = wasm_f32x4_nearest(wasm_f32x4_mul(x, wasm_f32x4_splat(1.44269504f)));
  v128_t r = wasm_f32x4_sub(x, wasm_f32x4_mul(n, wasm_f32x4_splat(0.693359375f)));
  r = wasm_f32x4_add(r, wasm_f32x4_mul(n, wasm_f32x4_splat(2.12194440e-4f)));
  v128_t p = wasm_f32x4_splat(1.9875691500e-4f);
  const float terms[] = {1.3981999507e-3f, 8.3334519073e-3f, 4.1665795894e-2f, 1.6666665459e-1f, 5.0000001201e-1f};
#pragma clang loop unroll(full)
  for (int i = 0; i < 5; i++) p = wasm_f32x4_add(wasm_f32x4_mul(p, r), wasm_f32x4_splat(terms[i]));
  p = wasm_f32x4_add(wasm_f32x4_add(wasm_f32x4_mul(wasm_f32x4_mul(p, r), r), r), wasm_f32x4_splat(1.0f));
  v128_t power = wasm_i32x4_shl(wasm_i32x4_add(wasm_i32x4_trunc_sat_f32x4(n), wasm_i32x4_splat(127)), 23);
  return wasm_f32x4_mul(p, power);
}

// x · Φ(x), with erf of Abramowitz and Stegun 7.1.26 (error below 2e-7).
static void gelu(float *x, int count) {
  for (int i = 0; i < count; i += 4) {
    v128_t v = wasm_v128_load(x + i);
    v128_t a = wasm_f32x4_mul(wasm_f32x4_abs(v), wasm_f32x4_splat(0.70710678f));
    v128_t t = wasm_f32x4_div(wasm_f32x4_splat(1.0f),
                              wasm_f32x4_add(wasm_f32x4_splat(1.0f), wasm_f32x4_mul(a, wasm_f32x4_splat(0.3275911f))));
    v128_t p = wasm_f32x4_splat(1.061405429f);
    const float terms[] = {-1.453152027f, 1.421413741f, -0.284496736f, 0.254829592f};
#pragma clang loop unroll(full)
    for (int k = 0; k < 4; k++) p = wasm_f32x4_add(wasm_f32x4_mul(p, t), wasm_f32x4_splat(terms[k]));
    p = wasm_f32x4_mul(wasm_f32x4_mul(p, t), exponential(wasm_f32x4_neg(wasm_f32x4_mul(a, a))));
    // p is 1 - erf(|x|/√2): x·Φ(x) is max(x, 0) - |x|·p/2.
    v128_t half = wasm_f32x4_mul(wasm_f32x4_mul(wasm_f32x4_abs(v), p), wasm_f32x4_splat(0.5f));
    wasm_v128_store(x + i, wasm_f32x4_sub(wasm_f32x4_max(v, wasm_f32x4_splat(0.0f)), half));
  }
}

static void normalize(float *x, const float *weight, const float *bias) {
  v128_t sum = wasm_f32x4_splat(0.0f), square = sum;
  for (int i = 0; i < HIDDEN; i += 4) sum = wasm_f32x4_add(sum, wasm_v128_load(x + i));
  v128_t mean = wasm_f32x4_splat(sum4(sum) / HIDDEN);
  for (int i = 0; i < HIDDEN; i += 4) {
    v128_t d = wasm_f32x4_sub(wasm_v128_load(x + i), mean);
    square = wasm_f32x4_add(square, wasm_f32x4_mul(d, d));
  }
  v128_t scale = wasm_f32x4_splat(1.0f / root(sum4(square) / HIDDEN + 1e-12f));
  for (int i = 0; i < HIDDEN; i += 4) {
    v128_t d = wasm_f32x4_mul(wasm_f32x4_sub(wasm_v128_load(x + i), mean), scale);
    wasm_v128_store(x + i, wasm_f32x4_add(wasm_f32x4_mul(d, wasm_v128_load(weight + i)), wasm_v128_load(bias + i)));
  }
}

// Rows go to `rounded` in pairs, eight numbers of each in turn, so that the product reads one stream.
static void round_rows(const float *x, int rows, int width) {
  for (int r = 0; r < rows; r++) {
    const float *row = x + r * width;
    int16_t *to = rounded + (r >> 1) * 2 * width + (r & 1) * 8;
    v128_t top = wasm_f32x4_splat(1e-9f);
    for (int i = 0; i < width; i += 4) top = wasm_f32x4_max(top, wasm_f32x4_abs(wasm_v128_load(row + i)));
    float a = wasm_f32x4_extract_lane(top, 0), b = wasm_f32x4_extract_lane(top, 1);
    float c = wasm_f32x4_extract_lane(top, 2), d = wasm_f32x4_extract_lane(top, 3);
    a = a > b ? a : b;
    c = c > d ? c : d;
    a = a > c ? a : c;
    steps[r] = a / 2047.0f;
    v128_t scale = wasm_f32x4_splat(2047.0f / a);
    for (int i = 0; i < width; i += 8) {
      v128_t low = wasm_f32x4_nearest(wasm_f32x4_mul(wasm_v128_load(row + i), scale));
      v128_t high = wasm_f32x4_nearest(wasm_f32x4_mul(wasm_v128_load(row + i + 4), scale));
      wasm_v128_store(to + 2 * i,
                      wasm_i16x8_narrow_i32x4(wasm_i32x4_trunc_sat_f32x4(low), wasm_i32x4_trunc_sat_f32x4(high)));
    }
  }
  if (rows & 1)  // the last has no partner
    for (int i = 0; i < width; i += 8)
      wasm_v128_store(rounded + (rows >> 1) * 2 * width + 2 * i + 8, wasm_i16x8_splat(0));
}

// Sums of four vectors of four, as one vector.
static v128_t across(v128_t a, v128_t b, v128_t c, v128_t d) {
  v128_t ab = wasm_i32x4_add(wasm_i32x4_shuffle(a, b, 0, 4, 1, 5), wasm_i32x4_shuffle(a, b, 2, 6, 3, 7));
  v128_t cd = wasm_i32x4_add(wasm_i32x4_shuffle(c, d, 0, 4, 1, 5), wasm_i32x4_shuffle(c, d, 2, 6, 3, 7));
  return wasm_i32x4_add(wasm_i64x2_shuffle(ab, cd, 0, 2), wasm_i64x2_shuffle(ab, cd, 1, 3));
}

struct linear {
  const int8_t *weight;
  const float *scale, *bias;
};

static const uint8_t *at;  // where in the asset the next tensor begins

static const float *floats(int count) {
  const float *p = (const float *)at;
  at += count * 4;
  return p;
}

static struct linear linear(int out, int in) {
  struct linear l;
  l.weight = (const int8_t *)at;
  at += out * in;
  l.scale = floats(out);
  l.bias = floats(out);
  return l;
}

#define STEP(n, at)                                         \
  w = wasm_v128_load(panel + 4 * i + 8 * at);               \
  n##0 = wasm_i32x4_add(n##0, wasm_i32x4_dot_i16x8(w, x0)); \
  n##1 = wasm_i32x4_add(n##1, wasm_i32x4_dot_i16x8(w, x1));

// y[rows][out] (+)= x[rows][in] · weightᵀ + bias: four outputs by two rows at a time.
static void multiply(const float *x, int rows, struct linear l, int in, int out, float *y, int add) {
  static int16_t panel[4 * INNER] __attribute__((aligned(16)));  // four rows of weights, eight of each in turn
  round_rows(x, rows, in);
  for (int o = 0; o < out; o += 4) {
    for (int k = 0; k < 4; k++)
      for (int i = 0; i < in; i += 8)
        wasm_v128_store(panel + 4 * i + 8 * k, wasm_i16x8_load8x8(l.weight + (o + k) * in + i));
    v128_t scale = wasm_v128_load(l.scale + o), bias = wasm_v128_load(l.bias + o);
    for (int r = 0; r < rows; r += 2) {
      const int16_t *pair = rounded + r * in;
      v128_t a0 = wasm_i32x4_splat(0), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0, w;
      for (int i = 0; i < in; i += 8) {
        v128_t x0 = wasm_v128_load(pair + 2 * i), x1 = wasm_v128_load(pair + 2 * i + 8);
        STEP(a, 0)
        STEP(b, 1)
        STEP(c, 2)
        STEP(d, 3)
      }
      for (int k = 0; k < 2 && r + k < rows; k++) {
        v128_t sum = wasm_f32x4_convert_i32x4(k ? across(a1, b1, c1, d1) : across(a0, b0, c0, d0));
        v128_t v = wasm_f32x4_add(wasm_f32x4_mul(wasm_f32x4_mul(sum, scale), wasm_f32x4_splat(steps[r + k])), bias);
        float *to = y + (r + k) * out + o;
        wasm_v128_store(to, add ? wasm_f32x4_add(wasm_v128_load(to), v) : v);
      }
    }
  }
}

// wide holds query, key and value side by side; the mix of values goes to mixed.
static void attend(int rows) {
  const int padded = (rows + 15) & ~15, stride = 3 * HIDDEN;
  const v128_t least = wasm_f32x4_splat(-1e30f);
  for (int h = 0; h < HEADS; h++) {
    const float *q = wide + h * DEPTH, *k = q + HIDDEN, *v = k + HIDDEN;
    for (int d = 0; d < DEPTH; d++)
      for (int r = 0; r < padded; r++) keys[d * padded + r] = r < rows ? k[r * stride + d] : 0.0f;
    for (int r = 0; r < rows; r++) {
      const float *query = q + r * stride;
      v128_t top = least;
      for (int c = 0; c < padded; c += 16) {
        v128_t s0 = wasm_f32x4_splat(0.0f), s1 = s0, s2 = s0, s3 = s0;
        for (int d = 0; d < DEPTH; d++) {
          const float *key = keys + d * padded + c;
          v128_t one = wasm_f32x4_splat(query[d]);
          s0 = wasm_f32x4_add(s0, wasm_f32x4_mul(one, wasm_v128_load(key)));
          s1 = wasm_f32x4_add(s1, wasm_f32x4_mul(one, wasm_v128_load(key + 4)));
          s2 = wasm_f32x4_add(s2, wasm_f32x4_mul(one, wasm_v128_load(key + 8)));
          s3 = wasm_f32x4_add(s3, wasm_f32x4_mul(one, wasm_v128_load(key + 12)));
        }
        v128_t scale = wasm_f32x4_splat(0.17677669f);  // 1/√32
        wasm_v128_store(scores + c, wasm_f32x4_mul(s0, scale));
        wasm_v128_store(scores + c + 4, wasm_f32x4_mul(s1, scale));
        wasm_v128_store(scores + c + 8, wasm_f32x4_mul(s2, scale));
        wasm_v128_store(scores + c + 12, wasm_f32x4_mul(s3, scale));
      }
      for (int c = rows; c < padded; c++) scores[c] = -1e30f;
      for (int c = 0; c < padded; c += 4) top = wasm_f32x4_max(top, wasm_v128_load(scores + c));
      float a = wasm_f32x4_extract_lane(top, 0);
      for (int i = 1; i < 4; i++) {
        float b = i == 1 ? wasm_f32x4_extract_lane(top, 1) : i == 2 ? wasm_f32x4_extract_lane(top, 2) : wasm_f32x4_extract_lane(top, 3);
        a = a > b ? a : b;
      }
      v128_t most = wasm_f32x4_splat(a), sum = wasm_f32x4_splat(0.0f);
      for (int c = 0; c < padded; c += 4) {
        v128_t e = exponential(wasm_f32x4_sub(wasm_v128_load(scores + c), most));
        wasm_v128_store(scores + c, e);
        sum = wasm_f32x4_add(sum, e);
      }
      v128_t mix[DEPTH / 4];
#pragma clang loop unroll(full)
      for (int d = 0; d < DEPTH / 4; d++) mix[d] = wasm_f32x4_splat(0.0f);
      for (int c = 0; c < rows; c++) {
        v128_t weight = wasm_f32x4_splat(scores[c]);
#pragma clang loop unroll(full)
        for (int d = 0; d < DEPTH / 4; d++)
          mix[d] = wasm_f32x4_add(mix[d], wasm_f32x4_mul(weight, wasm_v128_load(v + c * stride + 4 * d)));
      }
      v128_t share = wasm_f32x4_splat(1.0f / sum4(sum));
#pragma clang loop unroll(full)
      for (int d = 0; d < DEPTH / 4; d++) wasm_v128_store(mixed + r * HIDDEN + h * DEPTH + 4 * d, wasm_f32x4_mul(mix[d], share));
    }
  }
}

static void begin(const int8_t *words, const float *scales, const float *places, int rows) {
  for (int r = 0; r < rows; r++) {
    const int8_t *word = words + tokens[r] * HIDDEN;
    float scale = scales[tokens[r]];
    for (int i = 0; i < HIDDEN; i++) state[r * HIDDEN + i] = scale * word[i] + places[r * HIDDEN + i];
  }
}

// `rows` token ids stand in input(); leaves a state for each in states(), and their mean, of length 1, in output().
void encode(int rows, int vocabulary, int layers) {
  at = heap() + HEADER;
  const int8_t *words = (const int8_t *)at;
  at += vocabulary * HIDDEN;
  const float *scales = floats(vocabulary), *places = floats(TOKENS * HIDDEN);
  begin(words, scales, places, rows);
  const float *weight = floats(HIDDEN), *bias = floats(HIDDEN);
  for (int r = 0; r < rows; r++) normalize(state + r * HIDDEN, weight, bias);
  for (int layer = 0; layer < layers; layer++) {
    multiply(state, rows, linear(3 * HIDDEN, HIDDEN), HIDDEN, 3 * HIDDEN, wide, 0);
    attend(rows);
    multiply(mixed, rows, linear(HIDDEN, HIDDEN), HIDDEN, HIDDEN, state, 1);
    weight = floats(HIDDEN), bias = floats(HIDDEN);
    for (int r = 0; r < rows; r++) normalize(state + r * HIDDEN, weight, bias);
    multiply(state, rows, linear(INNER, HIDDEN), HIDDEN, INNER, wide, 0);
    gelu(wide, rows * INNER);
    multiply(wide, rows, linear(HIDDEN, INNER), INNER, HIDDEN, state, 1);
    weight = floats(HIDDEN), bias = floats(HIDDEN);
    for (int r = 0; r < rows; r++) normalize(state + r * HIDDEN, weight, bias);
  }
  float square = 0.0f;
  for (int i = 0; i < HIDDEN; i++) {
    float sum = 0.0f;
    for (int r = 0; r < rows; r++) sum += state[r * HIDDEN + i];
    pooled[i] = sum / rows;
    square += pooled[i] * pooled[i];
  }
  float length = 1.0f / root(square);
  for (int i = 0; i < HIDDEN; i++) pooled[i] *= length;
}
