// The edges of the picture, each with its local derivative; during backward an arrow head where a contribution arrived, and the bead of the step that runs.

/** @import { Edge } from '../../draw/graph-layout.js' */
/** @import { Moment } from './picture-node.js' */
/** @import { Scene } from './scene.js' */
import { html, nothing, svg } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { signOf } from '../../draw/format.js';
import { beadLines, labelText } from '../../draw/graph-boxes.js';
import { inFull, productText } from '../../draw/graph-numbers.js';

/** @param {Scene} scene @param {Edge} edge */
const linkOf = ({ view }, { to, slot }) => view.items[to].inputs[slot];

/** @param {Scene} scene @param {Edge} edge @param {Moment} moment */
function stateOf(scene, edge, { state, now, lit }) {
  const link = linkOf(scene, edge);
  const [{ input, consumer, slot }] = link.paths;
  const constant = !scene.frame.nodes[input].requiresGrad;
  const sent = !constant && link.paths.some((path) => state.added.get(path.input)?.some(({ from }) => from === path.consumer));
  const active = now?.phase === 'backward' && link.paths.some((path) => path.consumer === now.node && path.input === now.to);
  const contribution = scene.frame.nodes[consumer].explanation?.edges[slot]?.contribution;
  const isLit = link.paths.some((path) => lit.some(([from, to, at]) => from === path.input && to === path.consumer && at === path.slot));
  return { link, constant, sent, isLit, active: active && !constant, sign: contribution?.length === 1 ? signOf(contribution[0]) : 'zero' };
}

/** @param {Scene} scene @param {Edge} edge @param {Moment} moment */
export function edgeTemplate(scene, edge, moment) {
  const { constant, sent, active, isLit, sign } = stateOf(scene, edge, moment);
  const { x, y } = edge.points[0];
  return svg`${isLit ? svg`<path class="band lit" d=${edge.path}/>` : nothing}${active ? svg`<path class="band ${sign}" d=${edge.path}/>` : nothing}
    <path class="edge ${constant ? 'constant' : ''} ${active ? `active ${sign}` : ''}" d=${edge.path}/>
    ${sent ? svg`<path class="arrow ${active ? sign : ''}" d="M${x} ${y}l10 -5v10z"/>` : nothing}`;
}

/** @param {Scene} scene @param {Edge} edge @param {Moment} moment */
export function labelTemplate(scene, edge, moment) {
  if (!edge.label) return nothing;
  const { frame, names, view, words } = scene;
  const { link, active, sign } = stateOf(scene, edge, moment);
  const [{ consumer, slot, input }] = link.paths;
  const text = moment.state.known.has(consumer) || !frame.nodes[input].requiresGrad ? labelText(frame, names, view, link, words) : '';
  const { x, y, width, height } = edge.label;
  const end = /** @type {{ x: number, y: number }} */ (edge.points.at(-1));
  const edgeOf = frame.nodes[consumer].explanation?.edges[slot];
  const product = active && link.paths.length === 1 ? words.write(productText(frame, consumer, slot)) : '';
  const lines = beadLines(product);
  const below = product ? 'below' : height < 40 ? 'low' : '';
  return html`<div class="label" .style=${`left:${x}px;top:${y}px;width:${width}px;height:${height}px`}>
    ${product ? html`<b class="bead ${sign} ${lines.length > 1 ? 'two' : ''}"
      data-dx=${end.x - x - width} data-dy=${end.y - y - 20} data-key=${ifDefined(scene.keys.contribution(link.paths[0], true))} data-value=${inFull(edgeOf?.contribution)}>${lines[0]}${lines[1] ? html`<br>${lines[1]}` : nothing}</b>` : nothing}
    ${text ? html`<span class="local ${below} ${frame.nodes[input].requiresGrad ? 'n' : 'muted'}"
      data-key=${ifDefined(edgeOf && scene.keys.local(link.paths[0]))} data-value=${inFull(edgeOf?.local)}><span>${text}</span></span>` : nothing}</div>`;
}
