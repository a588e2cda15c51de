// What the figure of optimizers says.

export default {
  en: {
    steps: 'steps', w: 'slope', b: 'offset', sgd: 'gradient descent', momentum: 'momentum', adagrad: 'Adagrad', rmsprop: 'RMSprop', adam: 'Adam', rate: 'learning rate of {name}', loss: 'loss',
    said: 'After {steps} steps {name} is nearest to the bottom, with a loss of {loss}.', begin: 'All start from the same two weights, with a loss of {loss}.', gone: 'run away',
  },
  de: {
    steps: 'Schritte', w: 'Steigung', b: 'Achsenabschnitt', sgd: 'Gradientenabstieg', momentum: 'Momentum', adagrad: 'Adagrad', rmsprop: 'RMSprop', adam: 'Adam', rate: 'Lernrate von {name}', loss: 'Loss',
    said: 'Nach {steps} Schritten ist {name} dem tiefsten Punkt am nächsten, mit einem Loss von {loss}.', begin: 'Alle beginnen mit denselben zwei Gewichten und einem Loss von {loss}.', gone: 'davongelaufen',
  },
};
