// What the frame of a lesson says, by language.

/** @typedef {Record<'skip' | 'pages' | 'lessons' | 'graph' | 'network' | 'embed' | 'other' | 'theme' | 'themes' | 'contents' | 'linkTo' | 'neighbours' | 'previous' | 'next', string>
 *   & { progress: Record<'done' | 'of' | 'none' | 'export' | 'erase' | 'sure' | 'kept', string>,
 *   reference: Record<'attribute' | 'usual' | 'meaning' | 'controls', string> }} FrameWords */

/** @type {Record<string, FrameWords>} */
export const frames = {
  en: {
    skip: 'To the lesson', pages: 'Pages', lessons: 'Lessons', graph: 'Graph', network: 'Network', embed: 'Embed', other: 'Deutsch', theme: 'Theme', themes: 'Auto, Light, Dark, Projector',
    reference: { attribute: 'attribute', usual: 'if left out', meaning: 'what it is', controls: 'Controls to hide or lock:' },
    contents: 'Contents', linkTo: 'Link to this section', neighbours: 'Neighbouring lessons', previous: 'Before:', next: 'Next:',
    progress: {
      done: '{right} of {all} questions of this lesson answered right', of: '{right} questions answered right in {lessons} lessons.', none: 'No question answered yet.',
      export: 'Save as a file', erase: 'Erase', sure: 'Erase all progress?', kept: 'Progress is kept in this browser alone.',
    },
  },
  de: {
    skip: 'Zur Lektion', pages: 'Seiten', lessons: 'Lektionen', graph: 'Graph', network: 'Netz', embed: 'Einbetten', other: 'English', theme: 'Aussehen', themes: 'System, Hell, Dunkel, Beamer',
    reference: { attribute: 'Attribut', usual: 'wenn es fehlt', meaning: 'was es ist', controls: 'Verbergen oder sperren kann man:' },
    contents: 'Inhalt', linkTo: 'Link zu diesem Abschnitt', neighbours: 'Benachbarte Lektionen', previous: 'Davor:', next: 'Weiter:',
    progress: {
      done: '{right} von {all} Fragen dieser Lektion richtig beantwortet', of: '{right} Fragen in {lessons} Lektionen richtig beantwortet.', none: 'Noch keine Frage beantwortet.',
      export: 'Als Datei speichern', erase: 'Löschen', sure: 'Den ganzen Fortschritt löschen?', kept: 'Der Fortschritt bleibt nur in diesem Browser.',
    },
  },
};
