// A sentence with code in it, which stands between backticks as the core writes it.

import { html } from 'lit';
import { glue } from '../../draw/glue.js';

/** @param {string} sentence */
export const withCode = (sentence) => sentence.split('`').map((part, at) => (at % 2 ? html`<code>${part}</code>` : glue(part)));
