// What an activation and its slope say.

export default {
  en: {
    activation: 'activation', z: 'z', layers: 'layers', slope: 'slope at z', slopeOf: 'slope of {activation}', left: 'left after {layers} layers',
    said: 'The slope here is {slope}: each layer leaves that part of the gradient, and {layers} such layers leave {left}.',
    whole: 'The slope here is 1: the gradient goes through {layers} such layers unchanged.', none: 'The slope here is 0: nothing of the gradient goes through.',
  },
  de: {
    activation: 'Aktivierung', z: 'z', layers: 'Schichten', slope: 'Steigung bei z', slopeOf: 'Steigung von {activation}', left: 'übrig nach {layers} Schichten',
    said: 'Die Steigung ist hier {slope}: Diesen Teil des Gradienten lässt jede Schicht übrig, und {layers} solche Schichten lassen {left}.',
    whole: 'Die Steigung ist hier 1: Der Gradient geht unverändert durch {layers} solche Schichten.', none: 'Die Steigung ist hier 0: Vom Gradienten geht nichts hindurch.',
  },
};
