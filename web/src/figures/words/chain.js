// What the chain of functions says.

export default {
  en: {
    place: 'take the outer slope at {x} (wrong)',
    nudge: 'nudge {x} by {nudge}:', moves: '{name} moves',
    at: 'at {x}', drag: 'Drag to move {x}.',
    here: 'At {place} the values are {values}. The slopes are {slopes}; their product is {joined}, the slope of the whole.',
    sum: 'At {place} the values are {values}. The slopes are {slopes}; their sum is {joined}, the slope of the whole.',
    misplaced: 'With the outer slope taken at {x} instead, the product would be {wrong}. The true slope is {joined}.',
  },
  de: {
    place: 'äußere Steigung bei {x} ablesen (falsch)',
    nudge: '{x} um {nudge} anstoßen:', moves: '{name} bewegt sich um',
    at: 'bei {x}', drag: 'Ziehen bewegt {x}.',
    here: 'Bei {place} sind die Werte {values}. Die Steigungen sind {slopes}; ihr Produkt ist {joined}, die Steigung des Ganzen.',
    sum: 'Bei {place} sind die Werte {values}. Die Steigungen sind {slopes}; ihre Summe ist {joined}, die Steigung des Ganzen.',
    misplaced: 'Läse man die äußere Steigung bei {x} ab, wäre das Produkt {wrong}. Die wahre Steigung ist {joined}.',
  },
};
