// <backprop-question>: predict, check, be told which mistake it was, see the first wrong step, reveal, take another one.
// Either `name` says which question of the bank it is, or attributes and text make one: see questions/from-html.js.

/** @import { QuizClient } from '../engine/lesson-client.js' */
/** @import { Entered } from '../questions/fill-in.js' */
/** @import { Posed, Revealed } from '../questions/quiz.js' */
/** @import { Filled, Question, Verdict } from '../questions/types.js' */
import { LitElement, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { glue } from '../draw/glue.js';
import { openLessonClient } from '../engine/lesson-client.js';
import { messageOf } from '../message-of.js';
import { bank } from '../questions/bank/lessons.js';
import { textsOf } from '../questions/bank/texts.js';
import { ATTRIBUTES, questionOf } from '../questions/from-html.js';
import { mathOf } from '../questions/math-text.js';
import { nearestName } from '../nearest-name.js';
import { say, sayFilled, sayText, sayTolerance, sayVerdict, stringsOf, writeNumber } from '../questions/speech.js';
import { graphTemplate } from './question/graph.js';
import { questionCss } from './question/question-css.js';
import { withCode } from './question/with-code.js';
import { ScrollEdges, scrollEdgesCss } from './scroll-edges.js';
import { sharedCss } from './shared-css.js';
import { Size } from './size.js';

export class BackpropQuestion extends LitElement {
  static properties = {
    name: {}, seed: { type: Number, reflect: true }, answerer: { attribute: false },
    posed: { state: true }, typed: { state: true }, entered: { state: true }, verdict: { state: true }, filled: { state: true },
    revealed: { state: true }, shown: { state: true }, answered: { state: true }, failure: { state: true },
  };
  static styles = [sharedCss, scrollEdgesCss, questionCss];

  #size = new Size(this, () => this.renderRoot.querySelector('.stage'));
  /** Which variant an answer from the engine is about: one that comes late is for another. */
  #asked = 0;
  /** whether the next text takes the focus, since the reader asked for it */
  #refocus = false;

  constructor() {
    super();
    new ScrollEdges(this, '.stage', () => say(this.strings, 'scrolls'));
    this.name = '';
    this.seed = 0;
    /** @type {QuizClient | undefined} the engine's, if none is given */ this.answerer = undefined;
    /** @type {Question | undefined} */ this.question = undefined;
    /** @type {Required<import('../questions/bank/texts.js').Texts>} */ this.text = { text: '', options: {}, why: {} };
    /** @type {Posed | undefined} */ this.posed = undefined;
    this.typed = '';
    /** @type {Entered} */ this.entered = { forward: {}, backward: {} };
    /** @type {Verdict | undefined} */ this.verdict = undefined;
    /** @type {Filled | undefined} */ this.filled = undefined;
    /** @type {Revealed | undefined} */ this.revealed = undefined;
    /** the steps that are shown, and whether the answer is */
    this.shown = { from: 0, to: 0, answer: false };
    this.answered = false;
    this.failure = '';
  }

  #clear() {
    Object.assign(this, { posed: undefined, typed: '', entered: { forward: {}, backward: {} }, verdict: undefined, filled: undefined, revealed: undefined });
    Object.assign(this, { shown: { from: 0, to: 0, answer: false }, answered: false, failure: '' });
  }

  get strings() {
    return stringsOf((/** @type {HTMLElement | null} */ (this.closest('[lang]')) ?? document.documentElement).lang);
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('name') || changed.has('seed') || !this.question) void this.#pose();
  }

  updated() {
    if (!this.#refocus || !this.posed) return;
    this.#refocus = false;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('#text'))?.focus();
  }

  async #pose() {
    const asked = ++this.#asked;
    this.#clear();
    try {
      this.#read();
      this.answerer ??= await openLessonClient();
      const posed = await this.answerer.pose(/** @type {Question} */ (this.question), this.seed);
      if (asked === this.#asked) this.posed = posed;
    } catch (error) {
      if (asked === this.#asked) this.failure = messageOf(error);
    }
  }

  /** The question and its words, from the bank or from what stands in the element. */
  #read() {
    if (this.name) {
      if (!Object.hasOwn(bank, this.name)) throw new Error(`[backprop-question] name="${this.name}" is unknown; ${nearestName(this.name, Object.keys(bank))} would be right`);
      this.question = bank[this.name];
      this.text = { options: {}, why: {}, ...textsOf(this.strings.locale)[this.name] };
      return;
    }
    const items = [...this.querySelectorAll('li')].map((item, at) => ({ key: String(at), is: item.dataset.is, mistake: item.dataset.mistake, why: item.dataset.why, text: item.textContent.trim() }));
    const own = [...this.childNodes].filter((node) => !(node instanceof HTMLUListElement || node instanceof HTMLOListElement)).map(({ textContent }) => textContent).join(' ').replace(/\s+/g, ' ').trim();
    const { question, text } = questionOf(Object.fromEntries(ATTRIBUTES.map((name) => [name, this.getAttribute(name)])), own, items);
    this.question = question;
    this.text = text;
  }

  /** @param {Event} event */
  async #check(event) {
    event.preventDefault();
    const { question, answerer, seed } = this;
    if (!question || !answerer || !this.posed) return;
    const asked = this.#asked;
    const comma = this.strings.locale === 'de';
    const filled = question.kind === 'graph' ? await answerer.checkGraph(question, seed, this.entered, comma) : undefined;
    const verdict = filled ? undefined : await answerer.check(question, seed, this.typed, comma);
    if (asked !== this.#asked) return;
    Object.assign(this, { filled, verdict });
    const outcome = filled?.outcome ?? verdict?.outcome;
    this.answered ||= verdict ? outcome !== 'unread' : Boolean(filled?.cells.some(({ status }) => status !== 'missing'));
    if (outcome === 'unread' || outcome === 'incomplete') return;
    const mistakes = filled?.first?.mistakes ?? verdict?.mistakes ?? [];
    this.dispatchEvent(new CustomEvent('answered', { detail: { id: question.id, seed, outcome, mistakes }, bubbles: true, composed: true }));
  }

  async #reveal() {
    const asked = this.#asked;
    const revealed = this.revealed ?? (await this.answerer?.reveal(/** @type {Question} */ (this.question), this.seed));
    return asked === this.#asked ? (this.revealed = revealed) : undefined;
  }

  async #showAnswer() {
    const revealed = await this.#reveal();
    if (!revealed || !this.posed) return;
    this.shown = { from: 0, to: revealed.steps.length, answer: true };
    if (this.question?.kind !== 'graph') return;
    const written = (/** @type {number | null} */ x) => (x === null ? '' : writeNumber(this.strings, x));
    const { nodes } = this.posed;
    this.entered = { forward: Object.fromEntries(nodes.map(({ id, value }) => [id, written(value)])), backward: Object.fromEntries(nodes.map(({ id, gradient }) => [id, written(gradient)])) };
    this.filled = undefined;
  }

  /** The step where the mistake was made, if it is known, or the first one; then the next. */
  async #showStep() {
    const revealed = await this.#reveal();
    if (!revealed) return;
    const { from, to } = this.shown;
    const wrong = revealed.steps.findIndex(({ node }) => node === this.verdict?.node);
    const first = Math.max(wrong, 0);
    this.shown = to === 0 ? { from: first, to: first + 1, answer: false } : { from, to: Math.min(to + 1, revealed.steps.length), answer: false };
  }

  /** Whether the way to the answer can be shown line by line. */
  get #hasSteps() {
    const { kind, graph, steps } = this.question ?? {};
    return kind !== 'expression' && kind !== 'graph' && Boolean(graph || steps);
  }

  /** Whether another seed asks anything else. */
  get #varies() {
    return Object.keys(this.question?.parameters ?? {}).length > 0;
  }

  #another() {
    this.seed++;
    this.#refocus = true;
  }

  render() {
    const { strings, question, posed } = this;
    if (this.failure) return html`<p class="error" role="alert">${withCode(this.failure)}</p>`;
    if (!posed || !question) return html`<p class="muted waiting">${say(strings, 'waiting')}</p>`;
    return html`<section aria-labelledby="text">
      <p id="text" tabindex="-1">${glue(sayText(strings, this.text.text, posed.numbers))}</p>
      <form novalidate @submit=${this.#check}>${this.#fields(question, posed)}<button class="strong">${say(strings, 'check')}</button></form>
      <p id="tolerance" class="muted">${sayTolerance(strings, question.kind, posed.tolerance)}</p>
      <div id="said" role="status">${this.#said(posed)}</div>
      ${this.#steps()}
      <p class="after">${this.#afterwards(question)}${this.#varies ? html`<button type="button" @click=${this.#another}>${say(strings, 'another')}</button>` : nothing}</p>
    </section>`;
  }

  /** @param {Question} question @param {Posed} posed */
  #fields(question, posed) {
    const { strings } = this;
    if (question.kind === 'graph') {
      return graphTemplate(posed, this.#size.width, this.entered, this.filled, strings, ({ node, pass }, text) => {
        this.entered = { ...this.entered, [pass]: { ...this.entered[pass], [node]: text } };
      });
    }
    if (question.kind === 'choice') {
      return html`<fieldset><legend class="muted">${say(strings, 'choose')}</legend>${question.options?.map(({ key }) => html`<label class="option"><input type="radio" name="option"
        .checked=${live(this.typed === key)} @change=${() => (this.typed = key)}> <span>${glue(sayText(strings, this.text.options[key], posed.numbers))}</span></label>`)}</fieldset>`;
    }
    return html`<label class="answer">${say(strings, question.kind === 'numeric' ? 'answer' : 'expression')} <input class="field mono" autocomplete="off" autocapitalize="off" spellcheck="false"
      aria-describedby="tolerance said" aria-invalid=${this.verdict && this.verdict.outcome !== 'right'} .value=${live(this.typed)}
      @input=${(/** @type {Event & { target: HTMLInputElement }} */ { target }) => (this.typed = target.value)}></label>`;
  }

  /** @param {Posed} posed */
  #said({ nodes, numbers }) {
    const { strings, verdict, filled } = this;
    const outcome = verdict?.outcome ?? filled?.outcome;
    if (!outcome) return nothing;
    const why = sayText(strings, this.text.why[String(verdict?.option)] ?? '', numbers);
    const sentence = filled ? sayFilled(strings, filled, nodes) : sayVerdict(strings, /** @type {Verdict} */ (verdict), { kind: this.question?.kind, hasSteps: this.#hasSteps, why });
    return html`<p class="said ${outcome}"><span class="mark" aria-hidden="true">${outcome === 'right' ? '✓' : outcome === 'wrong' ? '✗' : '?'}</span><span>${withCode(sentence)}</span></p>`;
  }

  #steps() {
    const { strings, revealed, shown, question, posed } = this;
    if (!revealed || !posed || (shown.to === 0 && !shown.answer)) return nothing;
    const answer = revealed.answer !== undefined ? writeNumber(strings, revealed.answer) : revealed.option ? sayText(strings, this.text.options[revealed.option], posed.numbers) : mathOf(strings, revealed.solution);
    return html`<div class="steps" role="status">
      ${shown.to > shown.from ? html`<ol start=${shown.from + 1}>${revealed.steps.slice(shown.from, shown.to).map(({ name, symbols, numbers }) =>
        html`<li class="mono">${mathOf(strings, name ? say(strings, 'receives', { name, numbers }) : `${symbols} = ${numbers}`)}</li>`)}</ol>` : nothing}
      ${shown.answer && question?.kind !== 'graph' ? html`<p><b>${say(strings, revealed.option ? 'rightIs' : 'answerIs', { answer })}</b></p>` : nothing}</div>`;
  }

  /** Only after a first answer: predict, then reveal. @param {Question} question */
  #afterwards(question) {
    const { strings, verdict, shown, revealed, answered } = this;
    const canReveal = question.kind !== 'expression' || question.solution || !question.answer?.includes('.grad');
    const isLast = revealed !== undefined && shown.to >= revealed.steps.length;
    const key = shown.to > 0 ? 'next' : verdict?.node !== undefined ? 'wrongStep' : 'step';
    return html`${this.#hasSteps ? html`<button type="button" ?disabled=${!answered || isLast} @click=${this.#showStep}>${say(strings, key)}</button>` : nothing}
      ${canReveal ? html`<button type="button" ?disabled=${!answered || shown.answer} @click=${this.#showAnswer}>${say(strings, 'reveal')}</button>` : nothing}`;
  }
}
