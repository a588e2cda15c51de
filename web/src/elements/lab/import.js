// <backprop-import>: a run or weights from a file; of a trace, its gradients beside the core's, so that a wrong one is seen.

/** @import { State } from '../../lab-state.js' */
/** @import { Link } from '../../link/link.js' */
/** @import { Store } from '../../store.js' */
/** @import { Frame } from '../../types.js' */
/** @import { Trace } from '../../export/trace.js' */
/** @import { Compared, TraceCheck } from '../../engine/trace-check.js' */
import { LitElement, html, nothing } from 'lit';
import { ownData } from '../../data/own-data.js';
import { formatFloat32, formatTiny } from '../../draw/format.js';
import { hasLeft } from '../../link/opening.js';
import { messageOf } from '../../message-of.js';
import { defaultSettings } from '../../settings.js';
import tables from '../../tables.js';
import { emitChange } from '../change.js';
import { sharedCss } from '../shared-css.js';
import { importCss } from './import-css.js';

/** The readers are loaded when a file is chosen. */
const loadReaders = () => Promise.all([import('../../export/read.js'), import('../../link/imported.js')]);

/** @typedef {{ name: string, link: Link, values: number[], told: string, run?: number }} Opening `values` are those of the file; `told` is said, and `run` known, once the run stands */

export class Import extends LitElement {
  static properties = { frame: { attribute: false }, opened: { attribute: false }, ask: { attribute: false }, trace: { state: true }, check: { state: true }, said: { state: true }, failure: { state: true } };
  static styles = [sharedCss, importCss];

  /** The run whose settings the comparison is of. */
  #of = 0;
  /** Counts the files, so that an answer to what was chosen before is dropped. */
  #turn = 0;
  /** The run that is made of a file, until it stands and has the weights of the file. @type {Opening | undefined} */
  #opening;

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
    /** @type {State['opened']} */ this.opened = undefined;
    /** @type {Store['ask'] | undefined} */ this.ask = undefined;
    /** @type {Trace | undefined} */ this.trace = undefined;
    /** @type {TraceCheck | undefined} */ this.check = undefined;
    this.said = '';
    this.failure = '';
  }

  /** With other settings the core gives other gradients. */
  updated() {
    this.#arrive();
    void this.#verify();
    if (this.trace && this.frame && !this.frame.playing && this.frame.run !== this.#of) void this.#compare();
  }

  /** What became of the run of a file: only now is it known. */
  #arrive() {
    const { frame, opened } = this;
    const opening = this.#opening;
    if (!frame || !opening || opening.run !== undefined || opened?.link !== opening.link) return;
    const { name, link, told } = opening;
    const { step } = frame.status;
    if (opened.refused) {
      this.#opening = undefined;
      this.said = '';
      this.failure = `${name}: ${opened.refused}`;
    } else {
      opening.run = opened.run;
      this.said = `${name}: ${told}${step === link.step ? '' : ` It stands at step ${step}, and the file at ${link.step}.`}`;
    }
  }

  /** Once the run of a file stands at its step: are its weights those of the file? Of another run nothing is asked. */
  async #verify() {
    const { frame, ask } = this;
    const opening = this.#opening;
    if (opening?.run === undefined || !frame || !ask) return;
    const isThere = rests(frame, opening);
    if (isThere || frame.run !== opening.run) this.#opening = undefined;
    if (!isThere) return;
    const turn = this.#turn;
    const now = (await ask('now')).values;
    if (turn !== this.#turn || !this.frame || !rests(this.frame, opening)) return;
    const { name, told, values } = opening;
    if (values.length === now.length && values.every((value, i) => Object.is(value, now[i]))) this.said = `${name}: ${told} Every weight is that of the file.`;
    else this.failure = 'The run of these settings has other weights here than the file, which another version or another program has written.';
  }

  async #compare() {
    const { trace, frame, ask } = this;
    if (!trace || !frame || !ask) return;
    this.#of = frame.run;
    const isAsked = () => this.trace === trace && this.#of === frame.run;
    try {
      const check = await ask('trace', trace);
      if (!isAsked()) return;
      this.check = check;
      this.failure = '';
    } catch (error) {
      if (!isAsked()) return;
      this.check = undefined;
      this.failure = messageOf(error);
    }
  }

  /** @param {Event} event */
  async #choose(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const [file] = input.files ?? [];
    if (!file) return;
    const turn = ++this.#turn;
    this.said = this.failure = '';
    this.trace = this.check = this.#opening = undefined;
    try {
      const [bytes, readers] = await Promise.all([file.arrayBuffer(), loadReaders()]);
      if (turn === this.#turn) await this.#read(file.name, new Uint8Array(bytes), readers);
    } catch (error) {
      if (turn === this.#turn) this.failure = messageOf(error);
    }
    input.value = ''; // The same file may be chosen again.
  }

  /** @param {string} name @param {Uint8Array} bytes @param {Awaited<ReturnType<typeof loadReaders>>} readers */
  async #read(name, bytes, [{ readState, readTrace }, { linkOfState, linkOfWeights }]) {
    const trace = readTrace(bytes);
    if (trace) {
      this.trace = trace;
      return this.#compare();
    }
    const read = readState(bytes);
    if (!read) throw new Error(`${name} is neither a run that Export has saved, nor weights as safetensors or npz, nor a trace; one of these would be right`);
    if (read.about.options === undefined) {
      const link = linkOfWeights(read.tensors, this.#settings);
      return this.#open({ name, link, values: weightsOf(link), told: 'a run begins with its weights; activation, loss and data are those of the settings.' });
    }
    const link = linkOfState(read, defaultSettings(tables), (data) => ownData.addExamples({ ...data, title: name }));
    this.#open({ name, link, values: read.tensors.flatMap(({ data }) => Array.from(data)), told: `the run is made again up to step ${link.step}.` });
  }

  /** @param {Opening} opening */
  #open(opening) {
    this.#opening = opening;
    this.said = `${opening.name}: its run is being made.`;
    emitChange(this, { open: opening.link });
  }

  /** Of the run, with its data. */
  get #settings() {
    const { settings, data } = /** @type {Frame} */ (this.frame);
    return { ...settings, data: data.shipped };
  }

  async #begin() {
    const { linkOfWeights } = await import('../../link/imported.js');
    this.#turn++;
    try {
      const link = linkOfWeights(/** @type {Trace} */ (this.trace).parameters, this.#settings);
      this.#open({ name: 'The trace', link, values: weightsOf(link), told: 'a run begins with its weights.' });
    } catch (error) {
      this.failure = messageOf(error);
    }
  }

  render() {
    if (!this.frame) return nothing;
    return html`<p class="muted">A run that Export has saved, weights as safetensors or npz, or a trace of your own run in PyTorch: its gradients then stand beside the core's.</p>
      <label class="file">File <input type="file" accept=".json,.safetensors,.npz" @change=${this.#choose}></label>
      <p role="status">${this.said}</p>
      ${this.failure ? html`<p class="error" role="alert">${this.failure}</p>` : nothing}
      ${this.check ? this.#table(this.check) : nothing}`;
  }

  /** @param {TraceCheck} check */
  #table({ tensors, loss, rows, own }) {
    const known = tensors.filter(({ agrees }) => agrees !== undefined);
    const wrong = known.filter(({ agrees }) => !agrees);
    const verdict = known.length === 0 ? 'The trace has no gradients to compare.'
      : wrong.length === 0 ? `All ${known.length} gradients agree with the core's.`
      : `${wrong.length} of ${known.length} gradients differ: ${wrong.map(({ name }) => name).join(', ')}.`;
    return html`<p><b>${verdict}</b> <span class="muted">Over ${own ? 'its own batch' : 'the first batch of this run'} of ${rows}, with the activation and the loss of the settings: a loss of ${formatFloat32(loss)}.</span></p>
      <div class="scroll" tabindex="0" role="group" aria-label="Gradients"><table>
        <thead><tr><th scope="col">tensor</th><th scope="col">shape</th><th scope="col">verdict</th><th scope="col">furthest at</th><th scope="col">yours</th><th scope="col">core</th><th scope="col">difference</th></tr></thead>
        <tbody>${tensors.map((tensor) => this.#row(tensor))}</tbody></table></div>
      <button @click=${this.#begin}>Begin a run with these weights</button>`;
  }

  /** @param {Compared} tensor */
  #row({ name, shape, agrees, difference, at, theirs, ours, wrong }) {
    if (agrees === undefined) return html`<tr><th scope="row">${name}</th><td>${shape.join(' × ')}</td><td colspan="5" class="muted">no grad in the trace</td></tr>`;
    return html`<tr class=${agrees ? '' : 'wrong'}><th scope="row">${name}</th><td>${shape.join(' × ')}</td><td>${agrees ? '✓ agrees' : `✗ ${wrong} differ`}</td>
      <td class="mono">[${at.join(', ')}]</td><td class="mono">${formatFloat32(theirs)}</td><td class="mono">${formatFloat32(ours)}</td><td class="mono">${formatTiny(difference)}</td></tr>`;
  }
}

/** Is the run of a file where the file was kept, with its changes by hand and no others? @param {Frame} frame @param {Opening} opening */
const rests = (frame, { run, link }) => frame.run === run && !frame.travel && !hasLeft(link, frame);

/** All weights with which a run of a link begins. @param {Link} link */
const weightsOf = ({ edits }) => edits.map(({ value = NaN }) => value);
customElements.define('backprop-import', Import);
