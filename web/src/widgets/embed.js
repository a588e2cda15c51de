// Entry of the pages in embed/: one widget, made of the address, which tells the page around it its height, its state, answers and score.

import './main.js';
import { readHash } from './hash.js';
import { answerMessages, heightMessages, stateMessages } from './messages.js';
import { submitByPress } from './submit.js';

const name = document.body.dataset.widget ?? '';
const place = /** @type {HTMLElement} */ (document.querySelector('main'));
/** In ms, between two states: a slider makes sixty a second. */
const BETWEEN = 100;

/** The page around it may be anybody's; nothing that is told is secret. @param {unknown[]} messages */
function tell(messages) {
  if (parent !== window) for (const message of messages) parent.postMessage(message, '*');
}

function show() {
  const { attributes, text, unknown } = readHash(location.hash);
  const widget = document.createElement(`backprop-${name}`);
  document.documentElement.lang = attributes.lang ?? 'en';
  if (name === 'graph') attributes.text = text || attributes.text || '';
  else widget.textContent = text;
  for (const [key, value] of Object.entries(attributes)) if (value || key !== 'text') widget.setAttribute(key, value);
  const words = unknown.length ? `The address has ${unknown.map((each) => `“${each}”`).join(', ')}, which is no setting of this widget.` : '';
  asked = '';
  place.replaceChildren(widget, ...(words ? [Object.assign(document.createElement('p'), { className: 'note', role: 'alert', textContent: words })] : []));
}

/** Answers to the question that stands; other numbers make another question. */
let attempts = 0;
let asked = '';
/** How often an answer was told. */
let messages = 0;
let timer = 0;
/** @type {object | undefined} */
let latest;

addEventListener('backprop-state', (event) => {
  latest = /** @type {CustomEvent} */ (event).detail.state;
  timer ||= Number(setTimeout(() => {
    timer = 0;
    tell(stateMessages(name, latest ?? {}));
  }, BETWEEN));
});
addEventListener('backprop-answer', (event) => {
  const { widget, ...answer } = /** @type {CustomEvent} */ (event).detail;
  const question = `${answer.id} ${answer.seed}`;
  attempts = question === asked ? attempts + 1 : 1;
  asked = question;
  tell(answerMessages(name, answer, attempts, `${performance.timeOrigin}-${++messages}`));
});
addEventListener('hashchange', show);
submitByPress();
show();

let told = 0;
new ResizeObserver(() => {
  const height = Math.ceil(document.body.getBoundingClientRect().height);
  if (height === told) return;
  told = height;
  tell(heightMessages(height, location.href));
}).observe(document.body);
