// A scalar autodiff engine as a textbook would write it in JavaScript: an object a node, a closure for its backward step. The
// benchmark's yardstick, nothing else.

class Value {
  /** @param {number} data @param {Value[]} [inputs] */
  constructor(data, inputs = []) {
    this.data = data;
    this.gradient = 0;
    this.inputs = inputs;
    this.back = () => {};
  }

  /** @param {Value} other */
  add(other) {
    const out = new Value(this.data + other.data, [this, other]);
    out.back = () => {
      this.gradient += out.gradient;
      other.gradient += out.gradient;
    };
    return out;
  }

  /** @param {Value} other */
  mul(other) {
    const out = new Value(this.data * other.data, [this, other]);
    out.back = () => {
      this.gradient += out.gradient * other.data;
      other.gradient += out.gradient * this.data;
    };
    return out;
  }

  tanh() {
    const out = new Value(Math.tanh(this.data), [this]);
    out.back = () => {
      this.gradient += out.gradient * (1 - out.data * out.data);
    };
    return out;
  }

  backward() {
    /** @type {Value[]} */
    const order = [];
    const root = /** @type {Value} */ (this);
    const seen = new Set([root]);
    const stack = [{ node: root, next: 0 }];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const input = top.node.inputs[top.next++];
      if (input && !seen.has(input)) {
        seen.add(input);
        stack.push({ node: input, next: 0 });
      } else if (!input) {
        order.push(top.node);
        stack.pop();
      }
    }
    this.gradient = 1;
    for (const node of order.reverse()) node.back();
  }
}

/** Such a graph of add, mul and tanh in turn, recorded and differentiated. @param {number} nodes */
export function buildAndDifferentiate(nodes) {
  const a = new Value(0.5), b = new Value(0.3);
  let y = a;
  for (let i = 2; i < nodes; ++i) y = i % 3 === 2 ? y.add(b) : i % 3 === 0 ? y.mul(a) : y.tanh();
  y.backward();
  return a.gradient;
}
