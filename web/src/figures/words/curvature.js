// What the figure of the second derivative says.

export default {
  en: {
    w: 'w', rate: 'learning rate', axis: 'loss', slope: 'slope', curvature: 'second derivative', limit: 'limit 2 / second derivative', newton: 'bottom of the parabola', jump: 'Jump to the bottom of the parabola',
    within: 'The rate {rate} is below the limit of {limit}: near here, steps of gradient descent shrink.',
    beyond: 'The rate {rate} is above the limit of {limit}: on the parabola, each step would lead further away than the one before.',
    dome: 'The second derivative is not positive here: the parabola has no bottom to jump to.',
  },
  de: {
    w: 'w', rate: 'Lernrate', axis: 'Loss', slope: 'Steigung', curvature: 'zweite Ableitung', limit: 'Grenze 2 / zweite Ableitung', newton: 'tiefster Punkt der Parabel', jump: 'Zum tiefsten Punkt der Parabel springen',
    within: 'Die Lernrate {rate} liegt unter der Grenze {limit}: In der Nähe werden die Schritte kleiner.',
    beyond: 'Die Lernrate {rate} liegt über der Grenze {limit}: Auf der Parabel führte jeder Schritt weiter weg als der davor.',
    dome: 'Die zweite Ableitung ist hier nicht positiv: Die Parabel hat keinen tiefsten Punkt, zu dem man springen könnte.',
  },
};
