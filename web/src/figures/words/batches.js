// What the figure of mini-batches says.

export default {
  en: {
    w: 'w', batch: 'examples in a mini-batch', draw: 'Draw another one', gradient: 'gradient ∂L/∂w', whole: 'over all examples', first: 'over this mini-batch', spread: 'spread of mini-batches',
    each: 'one example', means: 'mini-batches',
    said: 'A mini-batch of {batch} asks for {mean}; all {count} examples together ask for {whole}. Over {draws} mini-batches the answers spread by {spread}.',
  },
  de: {
    w: 'w', batch: 'Beispiele je Mini-Batch', draw: 'Neu ziehen', gradient: 'Gradient ∂L/∂w', whole: 'über alle Beispiele', first: 'über diesen Mini-Batch', spread: 'Streuung der Mini-Batches',
    each: 'ein Beispiel', means: 'Mini-Batches',
    said: 'Ein Mini-Batch von {batch} verlangt {mean}; alle {count} Beispiele zusammen verlangen {whole}. Über {draws} Mini-Batches streuen die Antworten um {spread}.',
  },
};
