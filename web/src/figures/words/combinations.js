// What the counter of combinations says.

export default {
  en: {
    weights: 'weights', values: 'values for each', combinations: 'combinations', rate: 'your machine tries', perSecond: 'a second', all: 'to try them all', measure: 'Measure again',
    ns: 'nanoseconds', us: 'microseconds', ms: 'milliseconds', s: 'seconds', minutes: 'minutes', hours: 'hours', days: 'days', years: 'years', universes: 'ages of the universe',
    'at-s': 'a second', 'at-hours': 'an hour', 'at-days': 'a day', 'at-years': 'a year', 'at-universes': 'age of the universe',
    says: '{values} values for each of {weights} weights make {count} combinations. Your machine would need {time}.',
    one: '{values} values for one weight make {count} combinations. Your machine would need {time}.', axis: 'time, each mark ten times the one before', squeezed: 'time in seconds',
  },
  de: {
    weights: 'Gewichte', values: 'Werte für jedes', combinations: 'Kombinationen', rate: 'dein Rechner probiert', perSecond: 'pro Sekunde', all: 'für alle zusammen', measure: 'Neu messen',
    ns: 'Nanosekunden', us: 'Mikrosekunden', ms: 'Millisekunden', s: 'Sekunden', minutes: 'Minuten', hours: 'Stunden', days: 'Tage', years: 'Jahre', universes: 'Weltalter',
    'at-s': 'eine Sekunde', 'at-hours': 'eine Stunde', 'at-days': 'ein Tag', 'at-years': 'ein Jahr', 'at-universes': 'Alter des Universums',
    says: '{values} Werte für jedes von {weights} Gewichten ergeben {count} Kombinationen. Dein Rechner bräuchte {time}.',
    one: '{values} Werte für ein Gewicht ergeben {count} Kombinationen. Dein Rechner bräuchte {time}.', axis: 'Zeit, jede Marke das Zehnfache der vorigen', squeezed: 'Zeit in Sekunden',
  },
};
