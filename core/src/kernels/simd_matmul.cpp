// Matrix products: both sides are copied block by block into panels that one small kernel reads from front to back.
//
// Source: Goto & van de Geijn, "Anatomy of High-Performance Matrix Multiplication" (2008). A tile of C, 4 rows by 2
// batches of lanes, stays in registers while k runs. Its 8 sums, the 6 numbers read a turn and one product are 15
// registers, all that V8 gives out of 16; a larger tile, or two turns in one, would go through memory.
#include "kernels/simd_matmul.hpp"

#include <algorithm>
#include <utility>

#include "kernels/batch.hpp"
#include "kernels/repeat.hpp"
#include "kernels/small_matmul.hpp"

namespace backprop::simd {
namespace {

constexpr std::size_t tileRows = 4;
template <class Real> constexpr std::size_t tileCols = 2 * laneCount<Real>;

// A panel of B, depthBlock numbers deep, fits the first cache beside one of A (12 KB); a block of A the second (128
// KB). The shallower, the wider they are: C is then cut into fewer parts, for each of which one side is packed anew.
constexpr std::size_t depthBlock = 256;
template <class Real> constexpr std::size_t blockA = (128 << 10) / sizeof(Real);
template <class Real> constexpr std::size_t blockB = (512 << 10) / sizeof(Real);

// Room for the blocks, so that a product allocates nothing.
template <class Real> struct Workspace {
  alignas(64) Real a[blockA<Real>];
  alignas(64) Real b[blockB<Real>];
};
template <class Real> Workspace<Real>& workspace() {
  static thread_local Workspace<Real> room;
  return room;
}

/// The largest part of `size`, at most `most`, that cuts it into even parts of whole `unit`s.
std::size_t evenPart(std::size_t size, std::size_t most, std::size_t unit) {
  most -= most % unit;
  const std::size_t parts = (size + most - 1) / most;
  const std::size_t part = (size + parts - 1) / parts;
  return (part + unit - 1) / unit * unit;
}

/// Up to `width` lines, number by number, with zeros for lines that are missing.
template <std::size_t width, class Real>
void packEdge(const Lines<Real>& from, Real* to, std::size_t lines, std::size_t depth) {
  for (std::size_t p = 0; p < depth; ++p)
    for (std::size_t line = 0; line < width; ++line) *to++ = line < lines ? *from.at(line, p) : Real(0);
}

/// `width` lines that lie side by side: a copy.
template <std::size_t width, class Real> void packAcross(const Lines<Real>& from, Real* to, std::size_t depth) {
  constexpr std::size_t lanes = laneCount<Real>;
  const Real* row = from.first;
  for (std::size_t p = 0; p < depth; ++p, row += from.depthStride, to += width)
    repeat<width / lanes>([=](auto s) { loadLanes(row + s * lanes).store_unaligned(to + s * lanes); });
}

/// `width` lines that lie one below the other: squares of lanes are transposed.
template <std::size_t width, class Real> void packAlong(const Lines<Real>& from, Real* to, std::size_t depth) {
  constexpr std::size_t lanes = laneCount<Real>;
  std::size_t p = 0;
  for (; p + lanes <= depth; p += lanes)
    for (std::size_t s = 0; s < width; s += lanes) {
      Lanes<Real> square[lanes];
      repeat<lanes>([&](auto i) { square[i] = loadLanes(from.first + (s + i) * from.lineStride + p); });
      xsimd::transpose(square, square + lanes);
      repeat<lanes>([&](auto i) { square[i].store_unaligned(to + (p + i) * width + s); });
    }
  packEdge<width>({from.at(0, p), from.lineStride, from.depthStride}, to + p * width, width, depth - p);
}

/// Panels of `width` lines: of each, first the numbers at depth 0, then those at depth 1 …
template <std::size_t width, class Real>
void pack(const Lines<Real>& from, Real* to, std::size_t lines, std::size_t depth) {
  for (std::size_t line = 0; line < lines; line += width, to += width * depth) {
    const Lines<Real> panel{from.at(line, 0), from.lineStride, from.depthStride};
    if (line + width > lines)
      packEdge<width>(panel, to, lines - line, depth);
    else if (from.lineStride == 1)
      packAcross<width>(panel, to, depth);
    else
      packAlong<width>(panel, to, depth);
  }
}

/// A place in a row-major matrix.
template <class Real> struct Place {
  Real* first;
  std::size_t stride;
  Place below(std::size_t rows) const { return {first + rows * stride, stride}; }
};

/// to = from + Σ over p of a(·, p) · b(p, ·), for whole tiles one below the other; their panels of A follow each other
/// too. One call for all of them: for tiles that are 64 deep, as those of a batch's gradient, a call each takes a
/// twentieth of the time.
template <class Real>
[[gnu::noinline]] void computeTiles(const Real* a, const Real* b, const Real* from, std::size_t fromStride, Real* to,
                                    std::size_t toStride, std::size_t tiles, std::size_t depth) {
  constexpr std::size_t lanes = laneCount<Real>;
  const Real* const end = b + depth * tileCols<Real>;
  for (; tiles > 0; --tiles, from += tileRows * fromStride, to += tileRows * toStride) {
    Lanes<Real> total[tileRows][2];
    repeat<tileRows>(
        [&](auto r) { repeat<2>([&](auto s) { total[r][s] = loadLanes(from + r * fromStride + s * lanes); }); });
    for (const Real* right = b; right != end; a += tileRows, right += tileCols<Real>) {
      const Lanes<Real> pair[2] = {loadLanes(right), loadLanes(right + lanes)};
      repeat<tileRows>([&](auto r) {
        const Lanes<Real> left(a[r]);
        repeat<2>([&](auto s) { total[r][s] += left * pair[s]; });
      });
    }
    repeat<tileRows>(
        [&](auto r) { repeat<2>([&](auto s) { total[r][s].store_unaligned(to + r * toStride + s * lanes); }); });
  }
}

/// A tile of which only rows × cols are in C: computed beside it.
template <class Real>
void computeEdge(const Real* a, const Real* b, Place<const Real> from, Place<Real> to, std::size_t rows,
                 std::size_t cols, std::size_t depth) {
  Real tile[tileRows * tileCols<Real>] = {};
  for (std::size_t r = 0; r < rows; ++r) std::copy_n(from.first + r * from.stride, cols, tile + r * tileCols<Real>);
  computeTiles<Real>(a, b, tile, tileCols<Real>, tile, tileCols<Real>, 1, depth);
  for (std::size_t r = 0; r < rows; ++r) std::copy_n(tile + r * tileCols<Real>, cols, to.first + r * to.stride);
}

template <class Real>
void multiplyBlocks(Lines<Real> a, Lines<Real> b, Real* c, std::size_t m, std::size_t n, std::size_t k,
                    Start<Real> start) {
  if (n == 1) {  // Cᵀ lies in memory as C does, and has whole batches of columns
    std::swap(a, b);
    std::swap(m, n);
    if (start.from == StartsFrom::row) start = Start<Real>::value(*start.row);
  }
  constexpr std::size_t cols = tileCols<Real>;
  Workspace<Real>& room = workspace<Real>();
  Real constant[cols];
  std::fill_n(constant, cols, start.constant);
  const std::size_t depthPart = evenPart(k, depthBlock, 1);
  const std::size_t colPart = evenPart(n, blockB<Real> / depthPart, cols);
  const std::size_t rowPart = evenPart(m, blockA<Real> / depthPart, tileRows);
  for (std::size_t p = 0; p < k; p += depthPart) {
    const std::size_t depth = std::min(depthPart, k - p);
    for (std::size_t j0 = 0; j0 < n; j0 += colPart) {
      const std::size_t width = std::min(colPart, n - j0);
      pack<cols, Real>({b.at(j0, p), b.lineStride, b.depthStride}, room.b, width, depth);
      for (std::size_t i0 = 0; i0 < m; i0 += rowPart) {
        const std::size_t height = std::min(rowPart, m - i0);
        pack<tileRows, Real>({a.at(i0, p), a.lineStride, a.depthStride}, room.a, height, depth);
        for (std::size_t j = j0; j < j0 + width; j += cols) {
          const Real* const panel = room.b + (j - j0) * depth;
          const Place<Real> to{c + i0 * n + j, n};
          Place<const Real> from{to.first, n};
          if (p == 0 && start.from == StartsFrom::row) from = {start.row + j, 0};
          if (p == 0 && start.from == StartsFrom::constant) from = {constant, 0};
          const std::size_t tiles = j + cols <= n ? height / tileRows : 0;
          computeTiles<Real>(room.a, panel, from.first, from.stride, to.first, to.stride, tiles, depth);
          for (std::size_t i = tiles * tileRows; i < height; i += tileRows)
            computeEdge<Real>(room.a + i * depth, panel, from.below(i), to.below(i), std::min(tileRows, height - i),
                              std::min(cols, n - j), depth);
        }
      }
    }
  }
}

// Strides one by one: a struct would go through memory, where a small product would wait for it.
template <class Real>
void multiply(const Real* a, std::size_t lineA, std::size_t depthA, const Real* b, std::size_t lineB,
              std::size_t depthB, Real* c, std::size_t m, std::size_t n, std::size_t k, const Start<Real>& start) {
  if (m * n * k <= small::most)
    small::multiply<Real>({a, lineA, depthA}, {b, lineB, depthB}, c, m, n, k, start, workspace<Real>().b);
  else
    multiplyBlocks<Real>({a, lineA, depthA}, {b, lineB, depthB}, c, m, n, k, start);
}

}  // namespace

template <std::floating_point Real>
void matmulNN(const Real* a, const Real* b, Real* c, std::size_t m, std::size_t n, std::size_t k,
              const Start<Real>& start) {
  multiply<Real>(a, k, 1, b, 1, n, c, m, n, k, start);
}

template <std::floating_point Real>
void matmulTN(const Real* a, const Real* b, Real* c, std::size_t m, std::size_t n, std::size_t k,
              const Start<Real>& start) {
  multiply<Real>(a, 1, m, b, 1, n, c, m, n, k, start);
}

template <std::floating_point Real>
void matmulNT(const Real* a, const Real* b, Real* c, std::size_t m, std::size_t n, std::size_t k,
              const Start<Real>& start) {
  multiply<Real>(a, k, 1, b, k, 1, c, m, n, k, start);
}

template void matmulNN(const float*, const float*, float*, std::size_t, std::size_t, std::size_t, const Start<float>&);
template void matmulTN(const float*, const float*, float*, std::size_t, std::size_t, std::size_t, const Start<float>&);
template void matmulNT(const float*, const float*, float*, std::size_t, std::size_t, std::size_t, const Start<float>&);
template void matmulNN(const double*, const double*, double*, std::size_t, std::size_t, std::size_t,
                       const Start<double>&);
template void matmulTN(const double*, const double*, double*, std::size_t, std::size_t, std::size_t,
                       const Start<double>&);
template void matmulNT(const double*, const double*, double*, std::size_t, std::size_t, std::size_t,
                       const Start<double>&);

}  // namespace backprop::simd
