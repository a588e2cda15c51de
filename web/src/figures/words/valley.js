// What the valley says.

export default {
  en: {
    start: 'start', at: 'w', nudge: 'nudge Δw', rate: 'learning rate', steps: 'steps',
    axis: 'loss', here: 'loss here', slope: 'slope ∂L/∂w', next: 'next w = w − η · slope', predicted: 'predicted: slope · Δw', ahead: 'predicted: −η · slope²', change: 'real change of the loss',
    begin: 'The ball starts at w = {w}. The slope there is {slope}.',
    moved: 'After {steps} steps w = {w} and the loss is {loss}; the slope is {slope}.',
    one: 'After 1 step w = {w} and the loss is {loss}; the slope is {slope}.',
    rest: 'After {steps} steps the ball rests at w = {w}: the slope is nearly 0, and the loss is {loss}.',
    stuck: 'After {steps} steps the ball rests at w = {w}, with the loss {loss}. The slope is nearly 0, so it stays. A lower place is at w = {lowest}.',
    away: 'After {steps} steps w = {w} is outside of the picture, and the loss is {loss}.',
    lost: 'After {steps} steps the loss is too large for any picture: the steps overshoot.',
    nudged: 'At w = {w} the slope is {slope}. A nudge of {nudge} should change the loss by {predicted}; it really changes by {change}.',
  },
  de: {
    start: 'Start', at: 'w', nudge: 'Stups Δw', rate: 'Lernrate', steps: 'Schritte',
    axis: 'Loss', here: 'Loss hier', slope: 'Steigung ∂L/∂w', next: 'nächstes w = w − η · Steigung', predicted: 'Vorhersage: Steigung · Δw', ahead: 'Vorhersage: −η · Steigung²', change: 'wirkliche Änderung des Loss',
    begin: 'Die Kugel beginnt bei w = {w}. Die Steigung ist dort {slope}.',
    moved: 'Nach {steps} Schritten ist w = {w} und der Loss {loss}; die Steigung ist {slope}.',
    one: 'Nach 1 Schritt ist w = {w} und der Loss {loss}; die Steigung ist {slope}.',
    rest: 'Nach {steps} Schritten ruht die Kugel bei w = {w}: Die Steigung ist fast 0, und der Loss ist {loss}.',
    stuck: 'Nach {steps} Schritten ruht die Kugel bei w = {w}, mit dem Loss {loss}. Die Steigung ist fast 0, also bleibt sie dort. Tiefer läge sie bei w = {lowest}.',
    away: 'Nach {steps} Schritten liegt w = {w} außerhalb des Bildes, und der Loss ist {loss}.',
    lost: 'Nach {steps} Schritten ist der Loss zu groß für jedes Bild: Die Schritte schießen über das Ziel hinaus.',
    nudged: 'Bei w = {w} ist die Steigung {slope}. Ein Stups um {nudge} sollte den Loss um {predicted} ändern; wirklich ändert er sich um {change}.',
  },
};
