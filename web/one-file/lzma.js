// Unpacks LZMA as the SDK's specification has it, of a stream without header: 3 bits of literal context, 2 of position. Fewer bytes than what DecompressionStream knows, by a quarter.

const LITERAL_CONTEXT = 3;
const POSITIONS = 4;
const HALF = 1024;

/** @param {Uint8Array} packed @param {number} size of what comes out */
export function unpack(packed, size) {
  const out = new Uint8Array(size);
  let range = 0xffffffff, code = 0, from = 1;
  for (; from < 5; ++from) code = (code << 8) | packed[from];
  code >>>= 0;

  const chances = (/** @type {number} */ count) => new Uint16Array(count).fill(HALF);
  /** @param {Uint16Array} chance @param {number} at */
  function bit(chance, at) {
    const bound = (range >>> 11) * chance[at];
    let y = 0;
    if (code < bound) {
      range = bound;
      chance[at] += (2048 - chance[at]) >> 5;
    } else {
      range -= bound;
      code -= bound;
      chance[at] -= chance[at] >> 5;
      y = 1;
    }
    if (range < 0x1000000) {
      range = (range << 8) >>> 0;
      code = ((code << 8) | packed[from++]) >>> 0;
    }
    return y;
  }
  /** The highest bit first. @param {Uint16Array} chance @param {number} base @param {number} bits */
  function tree(chance, base, bits) {
    let node = 1;
    for (let i = 0; i < bits; ++i) node = (node << 1) | bit(chance, base + node);
    return node - (1 << bits);
  }
  /** The lowest bit first. @param {Uint16Array} chance @param {number} base @param {number} bits */
  function reversed(chance, base, bits) {
    let node = 1, value = 0;
    for (let i = 0; i < bits; ++i) {
      const y = bit(chance, base + node);
      node = (node << 1) | y;
      value |= y << i;
    }
    return value;
  }
  /** @param {number} bits */
  function direct(bits) {
    let value = 0;
    for (let i = 0; i < bits; ++i) {
      range >>>= 1;
      const y = code >= range ? 1 : 0;
      if (y) code -= range;
      value = value * 2 + y;
      if (range < 0x1000000) {
        range = (range << 8) >>> 0;
        code = ((code << 8) | packed[from++]) >>> 0;
      }
    }
    return value;
  }
  const lengths = () => ({ choice: chances(2), low: chances(POSITIONS << 3), middle: chances(POSITIONS << 3), high: chances(256) });
  /** @param {ReturnType<typeof lengths>} table @param {number} position */
  function length({ choice, low, middle, high }, position) {
    if (!bit(choice, 0)) return 2 + tree(low, position << 3, 3);
    if (!bit(choice, 1)) return 10 + tree(middle, position << 3, 3);
    return 18 + tree(high, 0, 8);
  }

  const literals = chances(0x300 << LITERAL_CONTEXT);
  const isMatch = chances(12 << 4), isRep = chances(12), isRep0 = chances(12), isRep1 = chances(12), isRep2 = chances(12), isRep0Long = chances(12 << 4);
  const slots = chances(4 << 6), distances = chances(128), aligned = chances(16), matches = lengths(), repeats = lengths();
  let state = 0, rep0 = 0, rep1 = 0, rep2 = 0, rep3 = 0;

  /** @param {number} at */
  function literal(at) {
    const base = 0x300 * ((at > 0 ? out[at - 1] : 0) >> (8 - LITERAL_CONTEXT));
    let symbol = 1;
    if (state >= 7) {
      let match = out[at - rep0 - 1];
      do {
        const expected = (match >> 7) & 1;
        match <<= 1;
        const y = bit(literals, base + ((1 + expected) << 8) + symbol);
        symbol = (symbol << 1) | y;
        if (y !== expected) break;
      } while (symbol < 256);
    }
    while (symbol < 256) symbol = (symbol << 1) | bit(literals, base + symbol);
    out[at] = symbol;
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
  }

  /** How far back a new match lies. @param {number} long its length */
  function distance(long) {
    const slot = tree(slots, Math.min(long - 2, 3) << 6, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) << bits;
    return slot < 14 ? base + reversed(distances, base - slot, bits) : base + direct(bits - 4) * 16 + reversed(aligned, 0, 4);
  }

  for (let at = 0; at < size; ) {
    const position = at & (POSITIONS - 1);
    if (!bit(isMatch, (state << 4) + position)) {
      literal(at++);
      continue;
    }
    let long;
    if (bit(isRep, state)) {
      if (bit(isRep0, state)) {
        let far;
        if (!bit(isRep1, state)) far = rep1;
        else {
          if (!bit(isRep2, state)) far = rep2;
          else {
            far = rep3;
            rep3 = rep2;
          }
          rep2 = rep1;
        }
        rep1 = rep0;
        rep0 = far;
      } else if (!bit(isRep0Long, (state << 4) + position)) {
        state = state < 7 ? 9 : 11;
        out[at] = out[at - rep0 - 1];
        ++at;
        continue;
      }
      long = length(repeats, position);
      state = state < 7 ? 8 : 11;
    } else {
      rep3 = rep2;
      rep2 = rep1;
      rep1 = rep0;
      long = length(matches, position);
      state = state < 7 ? 7 : 10;
      rep0 = distance(long);
    }
    for (const end = Math.min(size, at + long); at < end; ++at) out[at] = out[at - rep0 - 1];
  }
  return out;
}
