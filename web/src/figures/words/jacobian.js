// What the table of derivatives says.

export default {
  en: {
    direction: 'passes go', forward: 'forward', backward: 'backward', weights: 'weights', outputs: 'outputs', pass: 'One pass', caption: 'The derivative of each output by each weight',
    forwardPasses: 'passes forward', backwardPasses: 'passes backward', loss: 'loss',
    begin: 'No pass has been made; {all} are needed.',
    forwardDone: '{made} of {all} passes forward: each moved one weight and filled its column.',
    backwardDone: '{made} of {all} passes backward: each began at one output and filled its row.',
    end: 'The table is full after {all} passes.', endOne: 'The table is full after a single pass.',
  },
  de: {
    direction: 'Durchläufe gehen', forward: 'vorwärts', backward: 'rückwärts', weights: 'Gewichte', outputs: 'Ausgänge', pass: 'Ein Durchlauf', caption: 'Die Ableitung jedes Ausgangs nach jedem Gewicht',
    forwardPasses: 'Durchläufe vorwärts', backwardPasses: 'Durchläufe rückwärts', loss: 'Loss',
    begin: 'Noch kein Durchlauf; {all} sind nötig.',
    forwardDone: '{made} von {all} Durchläufen vorwärts: Jeder hat ein Gewicht bewegt und dessen Spalte gefüllt.',
    backwardDone: '{made} von {all} Durchläufen rückwärts: Jeder hat an einem Ausgang begonnen und dessen Zeile gefüllt.',
    end: 'Nach {all} Durchläufen ist die Tabelle voll.', endOne: 'Nach einem einzigen Durchlauf ist die Tabelle voll.',
  },
};
