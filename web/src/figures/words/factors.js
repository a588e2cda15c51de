// What a gradient on its way back says.

export default {
  en: {
    gradient: 'gradient at the output', factor: 'factor of layer {k}', layer: 'layer {k}', output: 'output',
    less: 'Of a gradient of {before} at the output, {after} arrives at the first layer.',
    more: 'A gradient of {before} at the output has grown to {after} at the first layer.',
    same: 'The gradient arrives at the first layer as large as it was: {after}.',
    nothing: 'A factor of 0 lets nothing through: no gradient arrives at the first layer.',
  },
  de: {
    gradient: 'Gradient am Ausgang', factor: 'Faktor von Schicht {k}', layer: 'Schicht {k}', output: 'Ausgang',
    less: 'Von einem Gradienten von {before} am Ausgang kommt {after} bei der ersten Schicht an.',
    more: 'Ein Gradient von {before} am Ausgang ist bei der ersten Schicht auf {after} gewachsen.',
    same: 'Der Gradient kommt bei der ersten Schicht so groß an, wie er war: {after}.',
    nothing: 'Ein Faktor 0 lässt nichts durch: Bei der ersten Schicht kommt kein Gradient an.',
  },
};
