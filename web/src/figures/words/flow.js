// What the gradient in a deep network says.

export default {
  en: {
    axis: 'layer (backward: to the left)', first: 'gradient at layer 1', last: 'at layer {k}', each: 'each layer, on average', activation: 'activation', residual: 'layers', plain: 'plain', past: 'with a path past',
    depth: 'depth', scale: 'size of weights', draw: 'Other weights',
    vanishes: 'The gradient vanishes: each layer leaves {factor} of it on average, and {first} arrives at the first of {depth} layers.',
    explodes: 'The gradient explodes: each layer multiplies it by {factor} on average, and at the first of {depth} layers it is {first}.',
    stays: 'The gradient keeps about its size: each layer multiplies it by {factor} on average, and {first} arrives at the first of {depth} layers.',
    dead: 'No gradient arrives at the first layer: on the way, every path met a slope of 0.',
  },
  de: {
    axis: 'Schicht (rückwärts: nach links)', first: 'Gradient an Schicht 1', last: 'an Schicht {k}', each: 'jede Schicht im Mittel', activation: 'Aktivierung', residual: 'Schichten', plain: 'einfach', past: 'mit Weg vorbei',
    depth: 'Tiefe', scale: 'Größe der Gewichte', draw: 'Andere Gewichte',
    vanishes: 'Der Gradient verschwindet: Jede Schicht lässt im Mittel das {factor}-Fache davon übrig, und bei der ersten von {depth} Schichten kommt {first} an.',
    explodes: 'Der Gradient explodiert: Jede Schicht macht im Mittel das {factor}-Fache daraus, und bei der ersten von {depth} Schichten ist er {first}.',
    stays: 'Der Gradient behält etwa seine Größe: Jede Schicht macht im Mittel das {factor}-Fache daraus, und bei der ersten von {depth} Schichten kommt {first} an.',
    dead: 'Bei der ersten Schicht kommt kein Gradient an: Unterwegs traf jeder Weg auf eine Steigung von 0.',
  },
};
