// The figure's computation in PyTorch: the line of the present step is lit, and what is printed stands behind its line once it is.

/** @import { GraphAnswer } from '../../figures/graph.js' */
/** @import { ScriptLine } from '../../draw/graph-script.js' */
/** @import { GraphFrame, GraphPass } from '../../types.js' */
/** @import { Step } from '../../draw/graph-steps.js' */
import { html, nothing } from 'lit';
import { torchText } from '../../draw/graph-code-parts.js';
import { inFull } from '../../draw/graph-numbers.js';
import { scriptOf } from '../../draw/graph-script.js';
import { MOST_ROUNDS } from '../../figures/graph.js';
import { colored, lineOf } from '../graph/code-line.js';
import { pathKeys } from '../graph/keys-of-numbers.js';

/** @param {GraphAnswer} answer @param {{ steps: Step[], count: number }} moment @param {GraphPass[]} passes */
export function codeTemplate({ frame, code, losses, round }, { steps, count }, passes) {
  const leaves = frame.nodes.filter(({ kind, explanation }) => kind === 'parameter' && explanation?.uses.length).map(({ names: [name] }) => name);
  const update = frame.update && { names: frame.update.moves.map(({ name }) => name), rate: frame.update.rate, rounds: MOST_ROUNDS };
  const lines = scriptOf(code, { passes, leaves, update });
  const isOn = litBy(frame, steps, count);
  return html`<pre class="code">${lines.map((line, at) => html`<span class="line ${isOn(line) ? 'on' : ''}" data-line=${at + 1}>${colored(line.text)}${
    line.prints === undefined ? nothing : line.leaf ? gradientPrinted(frame, steps, count, line) : lossPrinted(losses, count >= steps.length ? round : round - 1)}</span>`)}</pre>`;
}

/** Whether a line runs in the step that was taken last. @param {GraphFrame} frame @param {Step[]} steps @param {number} count @returns {(line: ScriptLine) => boolean} */
function litBy(frame, steps, count) {
  const step = steps[count - 1];
  if (!step) return () => false;
  if (step.phase === 'forward') return ({ name }) => name !== undefined && name === lineOf(frame, step.node);
  if (step.phase === 'update') return ({ moves }) => moves === true;
  const zeros = steps.slice(0, count).filter(({ phase }) => phase === 'zero').length - 1;
  return step.phase === 'zero' ? ({ zero }) => zero === zeros : ({ pass }) => pass === step.pass;
}

/** What was printed last in a loop. @param {number[]} losses @param {number} at */
const lossPrinted = (losses, at) => (at < 0 ? nothing : html`<b class="printed" data-key="losses[${at}]" data-value=${String(losses[at])}>→ ${losses[at].toFixed(4)}</b>`);

/** The gradient after a pass, once that is through. @param {GraphFrame} frame @param {Step[]} steps @param {number} count @param {ScriptLine} line */
function gradientPrinted(frame, steps, count, { prints, leaf }) {
  const node = frame.nodes.find(({ names: [name] }) => name === leaf)?.id ?? -1;
  const last = steps.findLastIndex(({ phase, pass }) => pass === prints && (phase === 'seed' || phase === 'backward'));
  const gradient = steps.slice(0, last + 1).findLast(({ to, gradient: given }) => to === node && given)?.gradient;
  if (count <= last || !gradient) return nothing;
  return html`<b class="printed" data-key=${pathKeys(frame, []).gradient(node, gradient)} data-value=${inFull(gradient.data)}>→ ${torchText(gradient)}</b>`;
}
