// What the nested layers say.

export default {
  en: {
    unfold: 'Unfold a layer', fold: 'Fold', by: 'derivative by', layer: 'layer {layer}', openIt: 'unfold {name}', x: 'input x', loss: 'Loss', target: 'target {target}',
    closed: 'The network is folded: it gives {output}, and the loss is {loss}.',
    opened: '{open} of {layers} layers are unfolded. The output is {output}, the loss {loss}.',
    whole: 'The derivative of the loss by {weight} is {product}.',
    point: 'Point at a factor to see where it comes from.',
    ofLoss: 'how the loss moves with the output: 2 · (output − target)',
    ofLayer: 'how layer {layer} moves with what comes in: the slope of {activation} there, times its weights',
    ofWeight: 'how layer {layer} moves with its own weight: the slope of {activation} there, times what comes in',
  },
  de: {
    unfold: 'Schicht aufklappen', fold: 'Zuklappen', by: 'Ableitung nach', layer: 'Schicht {layer}', openIt: '{name} aufklappen', x: 'Eingabe x', loss: 'Loss', target: 'Ziel {target}',
    closed: 'Das Netz ist zugeklappt: Es gibt {output} aus, und der Loss ist {loss}.',
    opened: '{open} von {layers} Schichten sind aufgeklappt. Die Ausgabe ist {output}, der Loss {loss}.',
    whole: 'Die Ableitung des Loss nach {weight} ist {product}.',
    point: 'Zeige auf einen Faktor, um zu sehen, woher er kommt.',
    ofLoss: 'wie sich der Loss mit der Ausgabe bewegt: 2 · (Ausgabe − Ziel)',
    ofLayer: 'wie sich Schicht {layer} mit dem bewegt, was hineinkommt: die Steigung von {activation} dort, mal ihre Gewichte',
    ofWeight: 'wie sich Schicht {layer} mit ihrem eigenen Gewicht bewegt: die Steigung von {activation} dort, mal was hineinkommt',
  },
};
