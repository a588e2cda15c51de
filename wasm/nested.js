// Tensors as JavaScript writes them: a number, or equally long lists nested to the tensor's rank.

/** @typedef {number | number[] | number[][] | number[][][]} Nested */

/**
 * The numbers of a tensor, row by row, as nested lists of its shape.
 * @param {{ shape: ArrayLike<number>, data: ArrayLike<number> }} tensor
 * @returns {Nested}
 */
export function nested({ shape, data }) {
  if (shape.length === 0) return data[0];
  /** @type {any[]} */
  let lists = Array.from(data);
  for (let dim = shape.length - 1; dim > 0; --dim) {
    const rows = [];
    for (let start = 0; start < lists.length; start += shape[dim]) rows.push(lists.slice(start, start + shape[dim]));
    lists = rows;
  }
  return lists;
}
