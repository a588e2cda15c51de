// What the fitting by hand says.

export default {
  en: {
    x: 'x', y: 'y', lossNow: 'loss', best: 'best so far', push: '∂L/∂w', left: 'descent lowers it', right: 'descent raises it',
    tried: '{tries} of {settings} settings tried', found: 'Found: the loss is {loss}, below {goal}.',
    begin: 'The loss is {loss}. Turn the weights until it is below {goal}.',
    ready: 'The loss is {loss}. Gradient descent has not begun.',
    better: 'The loss is {loss}, the best so far. The goal is below {goal}.',
    worse: 'The loss is {loss}. You had {best} before. The goal is below {goal}.',
    walkedOne: 'After 1 step of gradient descent the loss is {loss}.',
    walked: 'After {steps} steps of gradient descent the loss is {loss}.', lost: 'After {steps} steps the loss is too large for the picture.',
    step: 'One step', play: 'Let gradient descent search',
  },
  de: {
    x: 'x', y: 'y', lossNow: 'Loss', best: 'bisher bester', push: '∂L/∂w', left: 'der Abstieg senkt es', right: 'der Abstieg erhöht es',
    tried: '{tries} von {settings} Einstellungen probiert', found: 'Gefunden: Der Loss ist {loss}, unter {goal}.',
    begin: 'Der Loss ist {loss}. Drehe an den Gewichten, bis er unter {goal} liegt.',
    ready: 'Der Loss ist {loss}. Der Gradientenabstieg hat noch nicht begonnen.',
    better: 'Der Loss ist {loss}, so gut wie nie zuvor. Das Ziel liegt unter {goal}.',
    worse: 'Der Loss ist {loss}. Du hattest schon {best}. Das Ziel liegt unter {goal}.',
    walkedOne: 'Nach 1 Schritt des Gradientenabstiegs ist der Loss {loss}.',
    walked: 'Nach {steps} Schritten des Gradientenabstiegs ist der Loss {loss}.', lost: 'Nach {steps} Schritten ist der Loss zu groß für das Bild.',
    step: 'Ein Schritt', play: 'Gradientenabstieg suchen lassen',
  },
};
