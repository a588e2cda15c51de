// Graphs worth a look: for each a title, what to look for, and its text. Tests hold them to numbers that were published or that PyTorch gives.

/** @typedef {{ title: string, look: string, text: string }} Example */

/** @type {Example[]} */
export const gallery = [
  {
    title: 'One variable, used twice',
    look: 'x feeds both x² and 3x. Each sends back its own contribution, and the two add up to 7.',
    text: '# x is used twice\nx = 2\ny = x**2 + 3*x + 1\n',
  },
  {
    title: 'Chain rule',
    look: 'A function of a function: the slope of the sine times the slope of the square, and nothing is added.',
    text: '# a function of a function\nx = 0.8\nu = x**2\ny = sin(u)\n',
  },
  {
    title: 'Shared node',
    look: 'Three paths lead from x to y, two of them through d. The derivative at d is worked out once and then reused.',
    text: '# d is computed once and used twice\nx = 1.5\nd = x * x\ny = d * exp(-d)\n',
  },
  {
    title: 'One neuron with tanh',
    look: 'The neuron of micrograd. x2 enters with weight 1 and gets gradient 0.5; w2 sees an input of 0 and gets none.',
    text: [
      '# a neuron, as in Karpathy\'s micrograd', 'x1 = 2', 'x2 = 0', 'w1 = -3', 'w2 = 1', 'b = 6.8813735870195432',
      'n = x1*w1 + x2*w2 + b', 'o = tanh(n)', '',
    ].join('\n'),
  },
  {
    title: 'Sigmoid in small parts',
    look: 'The sigmoid taken apart into −, exp, + and 1/x, as in CS231n. All local slopes multiply to s · (1 − s), which is 0.2.',
    text: [
      '# the sigmoid, taken apart', 'w0 = 2', 'x0 = -1', 'w1 = -3', 'x1 = -2', 'w2 = -3',
      'z = w0*x0 + w1*x1 + w2', 's = 1 / (1 + exp(-z))', '',
    ].join('\n'),
  },
  {
    title: 'A whole small network',
    look: 'Mazur\'s network of two hidden and two output units. w1 is further from the loss than w5, and its gradient is 187 times smaller.',
    text: [
      '# two inputs, two hidden units, two outputs', 'i1 = 0.05', 'i2 = 0.10', 'w1 = 0.15', 'w2 = 0.20', 'w3 = 0.25', 'w4 = 0.30', 'b1 = 0.35',
      'w5 = 0.40', 'w6 = 0.45', 'w7 = 0.50', 'w8 = 0.55', 'b2 = 0.60',
      'h1 = sigmoid(w1*i1 + w2*i2 + b1)', 'h2 = sigmoid(w3*i1 + w4*i2 + b1)',
      'o1 = sigmoid(w5*h1 + w6*h2 + b2)', 'o2 = sigmoid(w7*h1 + w8*h2 + b2)',
      'E = 0.5*(0.01 - o1)**2 + 0.5*(0.99 - o2)**2', '',
    ].join('\n'),
  },
  {
    title: 'Matrix times vector',
    look: 'One unit of W per row. The gradient of W is what comes back to each row times the input in each column.',
    text: '# a layer without activation\nW = [[1, -2], [0.5, 3]]\nx = [2, 1]\nb = [0.5, -1]\ny = W @ x + b\nL = sum(y**2)\n',
  },
  {
    title: 'Softmax and cross-entropy',
    look: 'The gradient of the scores is the probabilities minus the target: negative for the right class alone, and all three add up to 0.',
    text: '# class 0 is the right one\nz = [2, 1, 0.1]\np = softmax(z, 0)\nL = -sum([1, 0, 0] * log(p))\n',
  },
  {
    title: 'Log-sum-exp, kept from overflow',
    look: 'exp(1000) is infinite; with the largest score taken off first nothing overflows, and the gradient is the softmax all the same.',
    text: '# exp(1000) would be infinite\nz = [1000, 999, 998]\nm = detach(amax(z))\nL = m + log(sum(exp(z - m)))\n',
  },
  {
    title: 'Batch normalization',
    look: 'Every input moves the mean and the variance of all. Shifting the whole batch changes nothing: its gradients add up to 0.',
    text: [
      '# three examples of one feature', 'x = [1, 2, 4]', 'gamma = 1.5', 'beta = 0.5', 'm = mean(x)', 'v = mean((x - m)**2)',
      'n = (x - m) / sqrt(v + 0.00001)', 'y = gamma*n + beta', 'L = sum(y * [1, -1, 0.5])', '',
    ].join('\n'),
  },
  {
    title: 'Attention to three words',
    look: 'Scores become weights by a softmax. The query is drawn toward the keys whose values raise the output.',
    text: [
      '# one query, three keys', 'q = [1, 0.5]', 'K = [[1, 0], [0, 1], [1, 1]]', 'v = [1, -1, 2]',
      'a = softmax(K @ q / sqrt(2), 0)', 'y = a @ v', '',
    ].join('\n'),
  },
  {
    title: 'Vanishing through sigmoids',
    look: 'Each sigmoid lets through at most a quarter. After six of them little more than a ten-thousandth is left for w.',
    text: ['# six sigmoids in a row', 'w = 0.5', 'a = sigmoid(w)', 'b = sigmoid(a)', 'c = sigmoid(b)', 'd = sigmoid(c)', 'e = sigmoid(d)', 'y = sigmoid(e)', ''].join('\n'),
  },
  {
    title: 'Exploding product',
    look: 'The same weight multiplies seven times. Seven uses, each with the other six factors as its slope: 7 · 3⁶ = 5,103.',
    text: '# w is a factor seven times\nw = 3\nx = 1\nh1 = w*x\nh2 = w*h1\nh3 = w*h2\nh4 = w*h3\nh5 = w*h4\nh6 = w*h5\ny = w*h6\n',
  },
  {
    title: 'Dead relu',
    look: 'z is negative, the relu is flat there, and its slope of 0 stops the gradient: no step can ever bring w or b back.',
    text: '# below zero the relu is flat\nx = 2\nw = -1.5\nb = 0.5\nz = w*x + b\na = relu(z)\nL = (a - 1)**2\n',
  },
];
