// What a graph's picture and its steps say in German.

/** @type {Omit<import('../draw/graph-words.js').GraphWords, 'write'>} */
export const graphWordsDe = {
  steps: {
    step: 'Schritt', play: 'Abspielen', pause: 'Anhalten', back: 'Schritt zurück', next: 'Schritt vor', reset: 'An den Anfang',
    count: 'Schritt {at} von {steps}',
    counted: 'Schritt {at} von {steps}: {sentence}',
    empty: 'Hier gibt es noch keine Schritte.',
    zero: 'null', forward: 'vorwärts', seed: 'Start', backward: '◂ rückwärts', update: 'Update',
  },
  sentences: {
    nothing: 'Noch ist nichts berechnet.',
    zero: 'Jeder Gradient beginnt bei 0.',
    forward: '{name} = {expression}{rule}.',
    seed: '{name} ist selbst der Ausgang: ∂{name}/∂{name} = {gradient}.',
    backward: '{name} = {expression} gibt an {target} zurück: ankommend × lokal{products}{sum}.',
    and: ' und ',
    added: '; {target} hat schon einen Gradienten, also wird addiert: aus {before} wird {after}',
    update: 'Jedes Gewicht bewegt sich gegen seinen Gradienten: {moves}.',
    move: '{name} = {before} − {rate} · {gradient} = {after}',
  },
  nodes: {
    picture: 'Graph. Links und rechts gehen die Knoten durch, hoch geht zu einem Operanden, runter zu einer Verwendung.',
    scrolls: 'Bild des Graphen, breiter als sein Platz: Links und rechts verschieben es.',
    constant: 'Konstante', noGradient: 'kein Gradient',
    leaf: 'Blatt', twice: 'Blatt, 2× benutzt', often: 'Blatt, {uses}× benutzt',
    from: 'von {name}', manyFrom: '{count} von {name}', paths: '{count} Pfade',
    operation: '1 Operation', operations: '{count} Operationen', leaves: '{count} Blätter',
    vector: 'Vektor der Länge {size}', shape: 'Form {shape}',
    drag: 'ziehen, um zu ändern', valueOf: 'Wert von {name}', gradientOf: 'Gradient von {name}',
    value: 'Wert', gradient: 'Gradient', more: 'und {count} weitere',
    fold: '{name} falten', unfold: '{name} entfalten', why: 'warum?', wrong: 'falsch, durch den gezeigten Fehler',
    saidConstant: 'Konstante {name}{size}, kein Gradient.', saidVariable: 'Variable {name}', said: '{what}{size}: {value}, {gradient}.',
    saidValue: 'Wert {value}', saidGradient: 'Gradient {gradient}', noValueYet: 'noch nicht berechnet', noGradientYet: 'noch kein Gradient',
    saidLayer: 'Schicht {name}: {count} Werte, {operations}, gefaltet.', saidNeuron: 'Gefaltet, {operations}: {said}',
  },
  reasons: {
    'sum rule': 'Summenregel', 'product rule': 'Produktregel', 'quotient rule': 'Quotientenregel', 'power rule': 'Potenzregel', 'chain rule': 'Kettenregel', linear: 'linear',
    'case by case': 'je nach Fall', 'constant between its steps': 'konstant zwischen den Stufen', 'not differentiable': 'nicht differenzierbar', 'stopped on purpose': 'absichtlich unterbrochen',
    zero_grad: 'zero_grad', 'the output itself': 'der Ausgang selbst', 'sum over uses': 'Summe über alle Verwendungen', 'gradients accumulate': 'Gradienten sammeln sich an',
    'gradient descent': 'Gradientenabstieg',
  },
};
