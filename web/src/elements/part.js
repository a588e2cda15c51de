// A part of the page as a link wants it: there, not there, or seen and not to be changed.

/** @import { Parts } from '../link/parts.js' */
import { html, nothing } from 'lit';
import { lockIcon } from './icons.js';

/** @param {Parts} parts @param {string} name @param {() => unknown} content @param {string} [title] as a reader knows it */
export function part(parts, name, content, title = name.replaceAll('_', ' ')) {
  if (parts.hides(name)) return nothing;
  return parts.locks(name) ? locked(name, content(), title) : content();
}

/** @param {string} name @param {unknown} content @param {string} title */
function locked(name, content, title) {
  return html`<div class="locked" data-part=${name}><span class="lock" title="Locked by the link">${lockIcon}<span class="unseen">${title}: locked by the link</span></span><div inert>${content}</div></div>`;
}
