// What the map of two weights says.

export default {
  en: {
    w1: 'w₁', w2: 'w₂', rate: 'learning rate', loss: 'loss', g1: '∂L/∂w₁', g2: '∂L/∂w₂', length: 'length of the gradient', predicted: 'predicted change, next step', change: 'real change',
    uphill: 'gradient', downhill: 'next step', move: 'The point on the map: the arrow keys move it', steps: 'steps',
    begin: 'The point is at w₁ = {w1}, w₂ = {w2}, with the loss {loss}. The gradient is ({g1}, {g2}).',
    moved: 'After {steps} steps the point is at w₁ = {w1}, w₂ = {w2}, with the loss {loss}. The gradient is ({g1}, {g2}).',
    away: 'After {steps} steps the point has left the map, and the loss is {loss}: the steps are too long.',
    lost: 'After {steps} steps the loss is too large for any map: the steps are too long.',
  },
  de: {
    w1: 'w₁', w2: 'w₂', rate: 'Lernrate', loss: 'Loss', g1: '∂L/∂w₁', g2: '∂L/∂w₂', length: 'Länge des Gradienten', predicted: 'Vorhersage für den nächsten Schritt', change: 'wirkliche Änderung',
    uphill: 'Gradient', downhill: 'nächster Schritt', move: 'Der Punkt auf der Karte: Die Pfeiltasten bewegen ihn', steps: 'Schritte',
    begin: 'Der Punkt liegt bei w₁ = {w1}, w₂ = {w2}, mit dem Loss {loss}. Der Gradient ist ({g1}, {g2}).',
    moved: 'Nach {steps} Schritten liegt der Punkt bei w₁ = {w1}, w₂ = {w2}, mit dem Loss {loss}. Der Gradient ist ({g1}, {g2}).',
    away: 'Nach {steps} Schritten hat der Punkt die Karte verlassen, und der Loss ist {loss}: Die Schritte sind zu lang.',
    lost: 'Nach {steps} Schritten ist der Loss zu groß für jede Karte: Die Schritte sind zu lang.',
  },
};
