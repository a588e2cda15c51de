// What each figure shows, for whoever does not see it and whose author says nothing of it.

/** @type {Record<string, string>} */
export const about = {
  'backprop-batches': 'The loss over one weight, once for all examples and once for a batch of them, with the slope of each.',
  'backprop-chain': 'Functions one after another, each with its slope; the slope of the whole is their product.',
  'backprop-combinations': 'How many settings of the weights a search would have to try, and how long that would take.',
  'backprop-curvature': 'The loss over one weight, and steps of gradient descent that its curvature makes too short or too long.',
  'backprop-differences': 'A function, and its slope found by moving a little to both sides.',
  'backprop-factors': 'How the output of a sum of products changes with each of its factors.',
  'backprop-fit': 'Points, and a curve whose weights can be turned until it fits them.',
  'backprop-flow': 'The gradient of each layer of a deep network, on its way back from the loss.',
  'backprop-graph-figure': 'A computation as a graph: values on the way forward, gradients on the way backward.',
  'backprop-jacobian': 'A table of how each output of a layer changes with each input, and a direction that it maps.',
  'backprop-landscape': 'The loss over two weights as a map, and steps of gradient descent down into it.',
  'backprop-nested': 'A network as boxes inside boxes, and the chain of derivatives that grows as they are opened.',
  'backprop-optimizers': 'The paths of several optimizers down into the same valley.',
  'backprop-race': 'How long the gradients of a graph take by reverse mode, by forward mode and by differences.',
  'backprop-reuse': 'How many multiplications the gradients of a chain of layers take, each alone or one from the other.',
  'backprop-slopes': 'An activation function and its slope, and what is left of a gradient after several layers.',
  'backprop-valley': 'The loss over one weight, and a ball that goes down into it by gradient descent.',
  'backprop-wheels': 'Three wheels in gear: turning the first turns the last by the product of both ratios.',
};
