// What the gradient on its way back says.

export default {
  en: { output: 'output', layer: 'layer {layer}', here: 'The gradient is {output} at the output and {first} at the first layer.' },
  de: { output: 'Ausgang', layer: 'Schicht {layer}', here: 'Der Gradient ist {output} am Ausgang und {first} an der ersten Schicht.' },
};
