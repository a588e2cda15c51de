// The texts of the lessons' questions, in English, by id; options of a choice by their key.

/** @type {Record<string, import('./texts.js').Texts>} */
export default {
  'problem-loss': { text: 'A model is asked at two points. Its errors are {a} and {b}. What is the loss, the mean of the squared errors?' },
  'problem-combinations': { text: 'A network has {weights} weights. You try {values} values for each and test every combination. How many tests are that?' },
  'problem-growth': {
    text: 'You try {values} values for each weight, in every combination. One more weight is added to the model. How much more work is that?',
    options: { more: '{values} tests more', double: 'twice as many tests', times: '{values} times as many tests' },
    why: {
      more: '{values} tests are what one weight costs that is tried by itself. But it is not: each of its values has to be tried with every combination that there was before.',
      double: 'Twice as many would be right for a weight with two values to try. This one has {values}, and each of them goes with every combination that there was before.',
    },
  },
  'problem-step': { text: 'The loss is (w − {target})², and w = {w}. Take one step of gradient descent with learning rate {rate}. What is the new w?' },
  'problem-stuck': {
    text: 'The ball lies at a place where the slope is exactly 0. You take a hundred more steps of gradient descent. Where is it then?',
    options: { lowest: 'at the lowest place of all', over: 'on the other side of the valley', stays: 'where it was' },
    why: {
      lowest: 'One would like to think that descent ends at the best place. But all it knows is the slope where the ball lies, and that is 0 in every hollow, shallow or deep.',
      over: 'A real ball would swing on, but this one has no speed: each step is the learning rate times the slope, and that is 0.',
    },
  },
  'chain-gears': { text: 'u = {inner} · x and y = {outer} · u. At x = {x}, what is dy/dx?' },
  'chain-sine': { text: 'y = sin({a} · x²). Write dy/dx.' },
  'chain-power': { text: 'u = {a} · x + {b} and y = u to the power of {n}. Write dy/dx.' },
  'chain-product': { text: 'y = (x + {a}) · (x² + {b}). Write dy/dx.' },
  'chain-quotient': { text: 'y = {b} · x / (x² + {a}). Write dy/dx.' },
  'composition-tanh': { text: 'A network with one neuron: a = tanh({x} · w), y = {v} · a, and w = {w}. What is ∂y/∂w?' },
  'composition-layers': {
    text: 'In a network of three layers, what is multiplied into the gradient of W₁ that is not in the gradient of W₃?',
    options: { between: 'the derivatives of layers 3 and 2 by their inputs', own: 'only the derivative of layer 1 by its own weights', sum: 'nothing: the layers’ derivatives are added' },
    why: {
      own: 'That derivative is there, but each layer has one like it, and W₃ too. To get as far as W₁, the gradient must also come through layers 3 and 2.',
      sum: 'Gradients are added where several paths meet. From layer 3 to layer 1 there is one path, and along a path derivatives are multiplied.',
    },
  },
  'passes-graph': { text: 'Fill in the values from left to right, then the gradients from the loss back to w and b.' },
  'passes-error': { text: 'The prediction is {prediction}, the target {target}, and the loss (prediction − target)². What is the gradient of the loss by the prediction?' },
  'passes-batch': { text: 'The prediction is w · x with w = {w}. Two examples: x = {x1} with target {t1}, and x = {x2} with target {t2}. The loss is the mean of the squared errors. What is ∂loss/∂w?' },
  'direction-sign': {
    text: 'A weight has the gradient {gradient}. Which way does gradient descent move it?',
    options: { raise: 'up: the weight grows', lower: 'down: the weight shrinks', neither: 'not at all' },
    why: {
      raise: 'A positive gradient looks like “up”, and up is where the loss rises. Descent goes the other way: it subtracts, and the weight shrinks.',
      lower: 'A negative gradient looks like “down”. But it says that the loss falls while the weight grows, and descent subtracts it: minus a negative number is up.',
      neither: 'A weight stays where it is only if its gradient is 0. This one is {gradient}: the place is not level, and the sign says which way is down.',
    },
  },
  'direction-change': { text: 'A weight is {w} and its gradient {gradient}. It is raised by {percent} %. By how much does the loss change, to first order?' },
  'direction-sensitive': {
    text: 'Weight A has the gradient {a}, weight B the gradient {b}. You may change one of them by a tiny amount, the same for both. Which one changes the loss more?',
    options: { first: 'A', second: 'B', same: 'both as much' },
    why: {
      first: 'A is the larger number, as B is negative. But the sign only says which way the loss goes; how much is the size, and without its sign {b} is the larger one.',
      second: 'The minus catches the eye, but it only says which way the loss goes. How much is the size, and without its sign {b} is smaller than {a}.',
      same: 'The nudge is the same for both, but the change is nudge times gradient, and the gradients {a} and {b} are not of the same size.',
    },
  },
  'direction-drop': { text: 'A weight has the gradient {gradient}. It takes one step of gradient descent with learning rate {rate}. By how much should the loss change, to first order?' },
  'direction-rate': {
    text: 'The loss is {curve} · w², so its slope at w is {twice} · w. Gradient descent runs with learning rate {rate}. What happens to w?',
    options: { smooth: 'it goes to 0 from one side', over: 'it jumps to the other side each time, and comes closer', away: 'it jumps to the other side each time, and goes further away' },
    why: {
      smooth: 'That is what descent does with a small rate. Here one step multiplies w by 1 − {rate} · {twice} = {factor}, and a factor below 0 changes the side.',
      over: 'Jumping to and fro and settling is one of three things that can happen. One step multiplies w by 1 − {rate} · {twice} = {factor}; for this answer the factor would be between −1 and 0.',
      away: 'A large rate can do that, but this one is not large enough. One step multiplies w by 1 − {rate} · {twice} = {factor}; only a factor below −1 leads further away.',
    },
  },
  'direction-two': { text: 'Two weights have the gradients {g1} and {g2}. The first is nudged by {d1}, the second by {d2}. By how much should the loss change, to first order?' },
  'graph-polynomial': { text: 'y = x² + {b}x + {c} as a graph, at x = {x}. Fill in the values, then the gradients from y back to x.' },
  'graph-seven': { text: 'x = {x}, y = x² + {b}x + {c}, then y.backward(). What is x.grad?' },
  'graph-twice': { text: 'x = {x} and y = {b} · x². The forward and backward passes run {times} times, and zero_grad is never called. What is x.grad at the end?' },
  'graph-detach': { text: 'x = {x}, c = x.detach(), and y = c · x. What is x.grad after y.backward()?' },
  'efficiency-count': { text: 'A chain has {layers} layers, one weight each. The path to the last weight takes 1 multiplication, that to the one before 2, and so on. Each path is worked out alone. How many multiplications are that?' },
  'efficiency-growth': { text: 'A network grows to {times} times its number of layers. Each gradient is worked out alone, at a cost of O(n²). By what factor does the work grow?' },
  'efficiency-reuse': { text: 'A chain has {layers} layers, one weight each. The gradient at each layer is kept: from a layer to the one before takes 1 multiplication, from a layer to its weight 1 more. The gradient at the last layer is given. How many multiplications are that for all {layers} weights?' },
  'efficiency-direction': {
    text: 'A function makes {outputs} out of {inputs} numbers, and you want the derivative of each output by each input. Which way takes fewer passes?',
    options: { backward: 'backward: one pass for each output', forward: 'forward: one pass for each input', same: 'both take the same' },
    why: {
      backward: 'Backward is the way for training, where one loss is all that comes out. Here {outputs} numbers come out and each needs a pass of its own; forward, it is one for each number that goes in, which makes {inputs}.',
      forward: 'Forward is the way in which the values go, so it seems natural. But it takes a pass for each number that goes in, which makes {inputs}; backward, it is one for each that comes out, which makes {outputs}.',
      same: 'The derivatives are the same in the end, but not the passes: backward there is one for each output, which makes {outputs}, forward one for each input, which makes {inputs}.',
    },
  },
  'efficiency-memory': {
    text: 'Somewhere in a network stands y = w · x, and backward brings ∂L/∂y. Which value of the forward pass must still be there to find ∂L/∂w?',
    options: { input: 'x, what came in', output: 'y, what went out', nothing: 'none: ∂L/∂y is enough' },
    why: {
      output: 'The next layer needs y, but the derivative of w · x by w is x, and there is no y in it.',
      nothing: '∂L/∂y is what arrives. It must still be multiplied by the local derivative ∂y/∂w, which is x.',
    },
  },
  'exercise-chain': { text: 'y = ({a}x + {b})². Write dy/dx by the chain rule.' },
  'exercise-layers': { text: 'Three layers. At the output the gradient is {output}; going back, the local gradients are {c}, {b} and {a}. What is the gradient at the first layer?' },
  'exercise-update': { text: 'w = {w}, ∂loss/∂w = {gradient}, and the learning rate is {rate}. What is the new weight?' },
  'flow-vanishing': { text: 'Going back through each of {layers} layers, the gradient is multiplied by {slope}. What is left of a gradient of 1?' },
  'flow-sigmoid': { text: 'The sigmoid of z = {z} is {y}. What is its derivative there?' },
  'flow-either': {
    text: 'Each layer multiplies the gradient by weight · slope = {w} · {slope}. What happens to it in a deep network?',
    options: { grow: 'it explodes', vanish: 'it vanishes', same: 'it keeps its size' },
    why: {
      grow: 'It would grow if only the weight counted. But the slope is multiplied in as well, and {w} · {slope} = {product} is below 1.',
      vanish: 'It would vanish if only the slope counted. But the weight is multiplied in as well, and {w} · {slope} = {product} is above 1.',
      same: 'One layer changes little, so this looks close. But the product {product} is not 1, and a deep network multiplies it in again and again.',
    },
  },
  'flow-residual': { text: 'A layer adds to what passes by: h = x + f(x). At this place the slope of f, weight · slope of the activation, is {w} · {slope}. By what is a gradient multiplied on its way back from h to x?' },
  'beyond-momentum': { text: 'Momentum 0.9: the velocity is {velocity}, then a gradient of {gradient} comes in. w = {w}, and the learning rate is {rate}. New velocity: 0.9 · old + gradient. What is the new w?' },
  'beyond-difference': { text: 'f(x) = x³. What does the central difference say about f′({x}), with h = {h}?' },
};
