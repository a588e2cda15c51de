// <backprop-import>: a run or weights from a file; of a trace, its gradients beside the core's, so that a wrong one is seen.

/** @import { Store } from '../../store.js' */
/** @import { Frame } from '../../types.js' */
/** @import { Trace } from '../../export/trace.js' */
/** @import { Compared, TraceCheck } from '../../engine/trace-check.js' */
import { LitElement, html, nothing } from 'lit';
import { formatFloat32, formatTiny } from '../../draw/format.js';
import { messageOf } from '../../message-of.js';
import { emitChange } from '../change.js';
import { sharedCss } from '../shared-css.js';
import { importCss } from './import-css.js';

/** The readers are loaded when a file is chosen. */
const loadReaders = () => Promise.all([import('../../export/read.js'), import('../../export/trace.js'), import('../../link/imported.js')]);

export class Import extends LitElement {
  static properties = { frame: { attribute: false }, ask: { attribute: false }, trace: { state: true }, check: { state: true }, said: { state: true }, failure: { state: true } };
  static styles = [sharedCss, importCss];

  /** The run whose settings the comparison is of. */
  #of = 0;
  /** What the run of a file has at its step, and which run was there before. @type {{ run: number, step: number, values: number[] } | undefined} */
  #expected;

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
    /** @type {Store['ask'] | undefined} */ this.ask = undefined;
    /** @type {Trace | undefined} */ this.trace = undefined;
    /** @type {TraceCheck | undefined} */ this.check = undefined;
    this.said = '';
    this.failure = '';
  }

  /** With other settings the core gives other gradients. */
  updated() {
    void this.#verify();
    if (this.trace && this.frame && !this.frame.playing && this.frame.run !== this.#of) void this.#compare();
  }

  /** Once the run of a file stands at its step: are its weights those of the file? */
  async #verify() {
    const { frame, ask } = this;
    const { run, step, values } = this.#expected ?? {};
    if (!values || !frame || !ask || frame.run === run || frame.playing || frame.travel || frame.status.step !== step) return;
    this.#expected = undefined;
    const now = (await ask('now')).values;
    const same = now.length === values.length && values.every((value, i) => Object.is(value, now[i]));
    if (same) this.said = `${this.said} Every weight is that of the file.`;
    else this.failure = 'The run of these settings has other weights here than the file, which another version or another program has written.';
  }

  async #compare() {
    if (!this.trace || !this.frame || !this.ask) return;
    this.#of = this.frame.run;
    try {
      this.check = await this.ask('trace', this.trace);
      this.failure = '';
    } catch (error) {
      this.check = undefined;
      this.failure = messageOf(error);
    }
  }

  /** @param {Event} event */
  async #choose(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const [file] = input.files ?? [];
    if (!file) return;
    this.said = this.failure = '';
    this.trace = this.check = undefined;
    try {
      await this.#read(file.name, new Uint8Array(await file.arrayBuffer()));
    } catch (error) {
      this.failure = messageOf(error);
    }
    input.value = ''; // The same file may be chosen again.
  }

  /** @param {string} name @param {Uint8Array} bytes */
  async #read(name, bytes) {
    const [{ readState }, { readTrace }, { linkOfState, linkOfWeights }] = await loadReaders();
    const trace = readTrace(bytes);
    if (trace) {
      this.trace = trace;
      return this.#compare();
    }
    const read = readState(bytes);
    if (!read) throw new Error(`${name} is neither a run that Export has saved, nor weights as safetensors or npz, nor a trace; one of these would be right`);
    const ours = read.about.options !== undefined;
    const { step = 0 } = read.about;
    this.#expected = { run: /** @type {Frame} */ (this.frame).run, step, values: read.tensors.flatMap(({ data }) => Array.from(data)) };
    emitChange(this, { open: ours ? linkOfState(read) : linkOfWeights(read.tensors, this.#settings) });
    this.said = ours ? `${name}: the run is made again up to step ${step}.` : `${name}: a run begins with its weights; activation, loss and data are those of the settings.`;
  }

  /** Of the run, with its data. */
  get #settings() {
    const { settings, data } = /** @type {Frame} */ (this.frame);
    return { ...settings, data: data.shipped };
  }

  async #open() {
    const { linkOfWeights } = await import('../../link/imported.js');
    try {
      emitChange(this, { open: linkOfWeights(/** @type {Trace} */ (this.trace).parameters, this.#settings) });
      this.said = 'A run begins with these weights.';
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
      <button @click=${this.#open}>Begin a run with these weights</button>`;
  }

  /** @param {Compared} tensor */
  #row({ name, shape, agrees, difference, at, theirs, ours, wrong }) {
    if (agrees === undefined) return html`<tr><th scope="row">${name}</th><td>${shape.join(' × ')}</td><td colspan="5" class="muted">no grad in the trace</td></tr>`;
    return html`<tr class=${agrees ? '' : 'wrong'}><th scope="row">${name}</th><td>${shape.join(' × ')}</td><td>${agrees ? '✓ agrees' : `✗ ${wrong} differ`}</td>
      <td class="mono">[${at.join(', ')}]</td><td class="mono">${formatFloat32(theirs)}</td><td class="mono">${formatFloat32(ours)}</td><td class="mono">${formatTiny(difference)}</td></tr>`;
  }
}
customElements.define('backprop-import', Import);
