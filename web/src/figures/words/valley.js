// What the valley says.

export default {
  en: {
    start: 'start', rate: 'learning rate', steps: 'steps',
    axis: 'loss', here: 'loss here', slope: 'slope ∂L/∂w', next: 'next w = w − η · slope',
    begin: 'The ball starts at w = {w}. The slope there is {slope}.',
    moved: 'After {steps} steps w = {w} and the loss is {loss}; the slope is {slope}.',
    one: 'After 1 step w = {w} and the loss is {loss}; the slope is {slope}.',
    lost: 'After {steps} steps the loss is too large for the picture: the steps overshoot.',
  },
  de: {
    start: 'Start', rate: 'Lernrate', steps: 'Schritte',
    axis: 'Loss', here: 'Loss hier', slope: 'Steigung ∂L/∂w', next: 'nächstes w = w − η · Steigung',
    begin: 'Die Kugel beginnt bei w = {w}. Die Steigung ist dort {slope}.',
    moved: 'Nach {steps} Schritten ist w = {w} und der Loss {loss}; die Steigung ist {slope}.',
    one: 'Nach 1 Schritt ist w = {w} und der Loss {loss}; die Steigung ist {slope}.',
    lost: 'Nach {steps} Schritten ist der Loss zu groß für das Bild: Die Schritte schießen über das Ziel hinaus.',
  },
};
