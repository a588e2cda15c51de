// What the figure of a graph says besides its picture and its steps.

export default {
  en: {
    round: 'To the end of the round', rate: 'learning rate', further: 'again', code: 'The same in PyTorch',
    losses: 'Loss of each round', none: 'The first comes with the first forward pass.',
  },
  de: {
    round: 'Bis zum Ende der Runde', rate: 'Lernrate', further: 'noch einmal', code: 'Dasselbe in PyTorch',
    losses: 'Loss jeder Runde', none: 'Der erste kommt mit dem ersten Vorwärtsdurchlauf.',
  },
};
