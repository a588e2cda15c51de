// <backprop-graph-text>: the text of the graph, with line numbers; it marks the caret's line, the step's piece, the selected piece, and what is wrong.

/** @import { GraphState } from '../../graph/graph-state.js' */
/** @import { Place } from '../../graph/draft.js' */
import { LitElement, html, nothing } from 'lit';
import { stepsOf } from '../../draw/graph-steps.js';
import { nodeAt } from '../../graph/selection.js';
import { lengthMistake, lineAt, lineStarts, placeAt, placeOf, stretches } from '../../graph/text-places.js';
import { emitChange } from '../change.js';
import { redoIcon, undoIcon } from '../icons.js';
import { sharedCss } from '../shared-css.js';
import { textCss } from './text-css.js';

const LINE = 24;
const [FEWEST, MOST] = [4, 14];

export class GraphText extends LitElement {
  static properties = { state: { attribute: false }, caret: { state: true }, offset: { state: true }, refusal: { state: true } };
  static styles = [sharedCss, textCss];

  #follow = () => this.#readCaret();
  #starts = { of: '', at: [0] };

  constructor() {
    super();
    /** @type {GraphState | undefined} */ this.state = undefined;
    /** Where the caret is; nowhere until the text was entered. @type {number | undefined} */
    this.caret = undefined;
    this.offset = { top: 0, left: 0 };
    /** Why what was pasted is not taken. */
    this.refusal = '';
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('selectionchange', this.#follow);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('selectionchange', this.#follow);
  }

  get #area() {
    return /** @type {HTMLTextAreaElement | null} */ (this.renderRoot.querySelector('textarea'));
  }

  /** @param {string} text */
  #startsOf(text) {
    if (this.#starts.of !== text) this.#starts = { of: text, at: lineStarts(text) };
    return this.#starts.at;
  }

  #readCaret() {
    const area = this.#area;
    if (area && this.shadowRoot?.activeElement === area) this.caret = area.selectionDirection === 'backward' ? area.selectionStart : area.selectionEnd;
  }

  /** @param {{ target: EventTarget | null }} event */
  #type({ target }) {
    const { value, selectionStart, selectionEnd } = /** @type {HTMLTextAreaElement} */ (target);
    this.caret = selectionEnd;
    this.refusal = '';
    emitChange(this, { typed: value, selection: { begin: selectionStart, end: selectionEnd } });
  }

  /** The browser's own undo knows nothing of edits in the picture. @param {InputEvent} event */
  #before(event) {
    const action = event.inputType === 'historyUndo' ? 'undo' : event.inputType === 'historyRedo' ? 'redo' : undefined;
    if (!action) return;
    event.preventDefault();
    emitChange(this, { action });
  }

  /** Long texts would stop the browser for minutes in its own way of pasting. @param {ClipboardEvent} event */
  #paste(event) {
    const text = event.clipboardData?.getData('text/plain');
    const area = this.#area;
    if (!text || !area) return;
    event.preventDefault();
    const { value, selectionStart, selectionEnd } = area;
    this.refusal = lengthMistake(value.slice(0, selectionStart) + text + value.slice(selectionEnd));
    if (!this.refusal) area.setRangeText(text, selectionStart, selectionEnd, 'end');
    if (!this.refusal) this.#type({ target: area });
  }

  /** The character under the pointer: the caret is before it or after it. @param {MouseEvent} event @param {HTMLTextAreaElement} area */
  #clicked({ offsetX, detail }, area) {
    const { selectionStart: at, value } = area;
    const pen = document.createElement('canvas').getContext('2d');
    if (!pen || detail === 0) return at;
    const { font, paddingLeft } = getComputedStyle(area);
    pen.font = font;
    const { width } = pen.measureText(value.slice(value.lastIndexOf('\n', at - 1) + 1, at));
    return offsetX + area.scrollLeft - parseFloat(paddingLeft) < width ? Math.max(at - 1, 0) : at;
  }

  /** @param {MouseEvent} event */
  #click(event) {
    this.#readCaret();
    const { frame, text, errors, pick } = /** @type {GraphState} */ (this.state);
    const area = this.#area;
    if (!frame || frame.source !== text || errors.length || !area || area.selectionStart !== area.selectionEnd) return;
    const node = nodeAt(frame, this.#clicked(event, area));
    if (node !== undefined || !pick) emitChange(this, { select: node ?? null });
  }

  /** What an edit in the picture or an undo changed is selected, and scrolled to; the focus stays where it is. @param {Map<string, unknown>} changed */
  updated(changed) {
    const before = /** @type {GraphState | undefined} */ (changed.get('state'));
    const { selection, text } = this.state ?? {};
    const area = this.#area;
    if (!area || !selection || !changed.has('state') || selection === before?.selection) return;
    area.setSelectionRange(selection.begin, selection.end);
    this.caret = selection.end;
    const line = lineAt(this.#startsOf(text ?? ''), selection.begin);
    if (line * LINE < area.scrollTop || (line + 2) * LINE > area.scrollTop + area.clientHeight) area.scrollTop = (line - 1) * LINE;
    this.#scrolled();
  }

  #scrolled() {
    const { scrollTop: top, scrollLeft: left } = /** @type {HTMLTextAreaElement} */ (this.#area);
    if (top !== this.offset.top || left !== this.offset.left) this.offset = { top, left };
  }

  render() {
    if (!this.state) return nothing;
    const { text, errors: [error], can, frame } = this.state;
    const starts = this.#startsOf(text);
    const { top, left } = this.offset;
    const first = Math.floor(top / LINE); // only the numbers in sight are written: a text may have a million lines
    const rows = Math.min(Math.max(starts.length, FEWEST), MOST);
    const travel = (/** @type {'undo' | 'redo'} */ action, /** @type {string} */ keys, /** @type {unknown} */ icon) => html`<button
      ?disabled=${!can[action]} @click=${() => emitChange(this, { action })} aria-label=${action} title="${action} (${keys})">${icon}</button>`;
    const place = this.caret === undefined ? undefined : placeAt(text, starts, Math.min(this.caret, text.length));
    return html`<div class="head"><h2>Text</h2>${travel('undo', 'Ctrl+Z', undoIcon)}${travel('redo', 'Ctrl+Shift+Z', redoIcon)}<slot></slot></div>
      <div class="editor" .style=${`height:${rows * LINE + 28}px`}>
        ${place ? html`<div class="band" .style=${`top:${8 + (place.line - 1) * LINE - top}px`}></div>` : nothing}
        <div class="lines" aria-hidden="true"><div class="numbers"
          .style=${`transform:translateY(${first * LINE - top}px)`}>${starts.slice(first, first + MOST + 3).map((_, at) => first + at + 1).join('\n')}</div>
          ${error ? html`<div class="wrongline" .style=${`top:${8 + (error.line - 1) * LINE - top}px`}>${error.line}</div>` : nothing}</div>
        <div class="paper">
          <div class="marks" aria-hidden="true" .style=${`transform:translate(${-left}px, ${8 - top}px)`}>${this.#marks(starts)}</div>
          <textarea aria-label="Text of the graph" spellcheck="false" autocomplete="off" autocapitalize="off" wrap="off" .value=${text}
            aria-invalid=${error ? 'true' : 'false'} aria-describedby="status"
            @input=${this.#type} @beforeinput=${this.#before} @paste=${this.#paste} @click=${this.#click} @keyup=${this.#readCaret} @scroll=${this.#scrolled}></textarea></div></div>
      <div class="under"><p id="status"
        class=${error ? 'error' : 'status'} role="status">${error ? `line ${error.line}, column ${error.column}: ${error.message}` : this.#counted()}</p>
        ${place ? html`<span class="place">line ${place.line}, column ${place.column}</span>` : nothing}</div>
      ${this.refusal ? html`<p class="error" role="alert">Not pasted: ${this.refusal}</p>` : nothing}
      ${error && frame?.nodes.length ? html`<p class="stands">The picture shows the last text that could be read.</p>` : nothing}
      ${frame?.notice && !error ? html`<p class="error">${frame.notice}</p>` : nothing}`;
  }

  /** @param {number[]} starts */
  #marks(starts) {
    const { text, errors: [error], frame, selected, count } = /** @type {GraphState} */ (this.state);
    /** @param {string} name @param {Place | null | undefined} place */
    const mark = (name, place) => (place ? stretches(text, starts, place).map(({ line, before, text: piece }) => html`<div class="row"
      .style=${`top:${line * LINE}px`}>${before}<span class=${name}>${piece || ' '}</span></div>`) : nothing);
    if (error) {
      const place = placeOf(text, starts, error);
      return mark(place.end > place.begin ? 'wrong' : 'wrong at', place);
    }
    if (!frame || frame.source !== text) return nothing;
    const step = stepsOf(frame)[count - 1];
    return [mark('selected', frame.nodes[selected ?? -1]?.span), mark('active', frame.nodes[step?.node ?? -1]?.span)];
  }

  #counted() {
    if (!this.state?.frame) return '';
    const { nodes } = this.state.frame;
    if (nodes.length === 0) return 'Nothing yet: y = x**2 is a beginning.';
    const counted = (/** @type {string} */ kind, /** @type {string} */ word) => {
      const n = nodes.filter((node) => node.kind === kind).length;
      return `${n} ${word}${n === 1 ? '' : 's'}`;
    };
    return `${counted('operation', 'operation')}, ${counted('parameter', 'variable')}, ${counted('constant', 'constant')}`;
  }
}
customElements.define('backprop-graph-text', GraphText);
