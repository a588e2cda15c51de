// What the numerical check says.

export default {
  en: {
    x: 'x', h: 'h = 10 to the power of', error: 'error', width: 'h', central: 'both sides', forward: 'one side', slope: 'derivative',
    said: 'With h = {h}, the difference over both sides is off by {central}, the one over one side by {forward}.',
    legend: 'solid: both sides, f(x + h) − f(x − h) over 2h; dashed: one side, f(x + h) − f(x) over h',
  },
  de: {
    x: 'x', h: 'h = 10 hoch', error: 'Fehler', width: 'h', central: 'beidseitig', forward: 'einseitig', slope: 'Ableitung',
    said: 'Mit h = {h} liegt die beidseitige Differenz um {central} daneben, die einseitige um {forward}.',
    legend: 'durchgezogen: beidseitig, f(x + h) − f(x − h) durch 2h; gestrichelt: einseitig, f(x + h) − f(x) durch h',
  },
};
