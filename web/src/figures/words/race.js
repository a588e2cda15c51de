// What the race of three modes says.

export default {
  en: {
    reverse: 'backward', forward: 'forward', central_differences: 'differences', operations: 'Operations for all gradients', ms: 'Milliseconds, on this machine',
    weights: 'n, weights', axes: 'axes', linear: 'linear', log: 'log–log', double: 'Double it: n = {n}', largest: 'n = {n} is the largest', measure: 'Measure here', stop: 'Stop measuring',
    untimed: 'Press “Measure here”: your own machine runs each way and takes the time.', busy: 'Measuring …',
    caption: 'All gradients of a network with n = {n} weights; × tells how many times the cost of half as many weights', way: 'way', counted: 'operations', growth: '×',
    said: 'With {n} weights, backward takes {reverse} operations, forward {forward}: {times} times as many.', saidTime: 'Here, backward is {faster} times as fast.',
  },
  de: {
    reverse: 'rückwärts', forward: 'vorwärts', central_differences: 'Differenzen', operations: 'Operationen für alle Gradienten', ms: 'Millisekunden, auf diesem Rechner',
    weights: 'n, Gewichte', axes: 'Achsen', linear: 'linear', log: 'log–log', double: 'Verdoppeln: n = {n}', largest: 'n = {n} ist das größte', measure: 'Hier messen', stop: 'Messen beenden',
    untimed: 'Drücke „Hier messen“: Dein eigener Rechner geht jeden Weg und stoppt die Zeit.', busy: 'Es wird gemessen …',
    caption: 'Alle Gradienten eines Netzes mit n = {n} Gewichten; × sagt, das Wievielfache es mit halb so vielen Gewichten kostet', way: 'Weg', counted: 'Operationen', growth: '×',
    said: 'Mit {n} Gewichten braucht es rückwärts {reverse} Operationen, vorwärts {forward}: {times}-mal so viele.', saidTime: 'Hier ist rückwärts {faster}-mal so schnell.',
  },
};
