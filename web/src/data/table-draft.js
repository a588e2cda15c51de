// A table on its way to a run: its text, what the core reads in it, what is chosen, and what the core says of that choice.

/** @import { Client } from '../engine/client.js' */
/** @import { TableRead, TableReport } from '../engine/tables.js' */
/** @import { Table, TableChoice } from './own-data.js' */
import { messageOf } from '../message-of.js';

/** @typedef {'input' | 'target' | 'unused'} Role */

/**
 * @typedef {object} Choices
 * @property {boolean | undefined} header found out where not given
 * @property {string | undefined} delimiter
 * @property {Role[]} roles of the columns
 * @property {TableChoice['missing']} missing
 * @property {boolean} integersAreClasses
 */

/** @type {Choices} */
const USUAL = { header: undefined, delimiter: undefined, roles: [], missing: 'drop', integersAreClasses: false };

/** Where the core's words about a table stand. @typedef {'csv' | 'header' | 'delimiter' | 'columns' | 'missing'} Place */

export class TableDraft {
  /** @type {Blob | undefined} */ csv;
  title = '';
  choices = USUAL;
  /** @type {TableRead | undefined} */ read;
  /** @type {TableReport | undefined} */ report;
  /** What the core refuses. @type {{ place: Place, text: string } | undefined} */ fault;
  /** What takes its time: bytes being read. */
  busy = 0;
  /** Counts what was asked, so that an answer that comes late is dropped. */
  #asked = 0;

  /** @param {() => Pick<Client, 'readTable' | 'reportTable'> | undefined} engine @param {() => void} tell that something is new */
  constructor(engine, tell) {
    this.engine = engine;
    this.tell = tell;
  }

  /** Another text, whose columns are chosen anew. @param {Blob | undefined} csv @param {string} title */
  open(csv, title) {
    this.choices = USUAL;
    return this.#open(csv, title);
  }

  /** A table that was learnt, with its choices. @param {Table} table */
  async reopen({ csv, title, choice }) {
    const { target, inputs, ...rest } = choice;
    this.choices = { ...USUAL, ...rest };
    await this.#open(csv, title);
    // Meanwhile another may have been opened.
    if (!this.read || this.csv !== csv) return;
    const roles = this.read.columns.map(({ name }) => (target.includes(name) ? 'target' : !inputs || inputs.includes(name) ? 'input' : 'unused'));
    await this.choose({ roles: /** @type {Role[]} */ (roles) });
  }

  /** What was asked and has not been answered is given up. */
  cancel() {
    this.#asked++;
    this.busy = 0;
    this.tell();
  }

  /** @param {Blob | undefined} csv @param {string} title */
  async #open(csv, title) {
    this.csv = csv;
    this.title = title;
    this.read = this.report = this.fault = undefined;
    if (csv) await this.#read();
    else this.cancel();
  }

  /** @param {Partial<Choices>} part */
  async choose(part) {
    this.choices = { ...this.choices, ...part };
    if ('header' in part || 'delimiter' in part) await this.#read();
    else await this.#report();
  }

  async #read() {
    const { header, delimiter } = this.choices;
    const taken = await this.#answer(async (engine, csv) => {
      const read = await engine.readTable(csv, { header, delimiter });
      return () => {
        const same = this.read && String(this.read.columns.map(({ name }) => name)) === String(read.columns.map(({ name }) => name));
        this.read = read;
        if (!same) this.choices = { ...this.choices, roles: usualRoles(read.columns) };
      };
    });
    if (taken) await this.#report();
  }

  async #report() {
    const choice = this.choice;
    await this.#answer(async (engine, csv) => {
      const report = await engine.reportTable(csv, choice);
      return () => (this.report = report);
    });
  }

  /** Whether there was an answer and it was still wanted. @param {(engine: Pick<Client, 'readTable' | 'reportTable'>, csv: Blob) => Promise<() => void>} ask */
  async #answer(ask) {
    const engine = this.engine();
    if (!engine || !this.csv) return false;
    const asked = ++this.#asked;
    this.busy = this.csv.size;
    this.report = this.fault = undefined;
    this.tell();
    try {
      const take = await ask(engine, this.csv);
      if (asked === this.#asked) take();
    } catch (error) {
      if (asked === this.#asked) this.fault = faultOf(messageOf(error));
    }
    if (asked !== this.#asked) return false;
    this.busy = 0;
    this.tell();
    return !this.fault;
  }

  /** As the core takes it. @returns {TableChoice} */
  get choice() {
    const { header, delimiter, roles, missing, integersAreClasses } = this.choices;
    const named = (/** @type {Role} */ role) => (this.read?.columns ?? []).filter((_, at) => roles[at] === role).map(({ name }) => name);
    const inputs = roles.includes('unused') ? { inputs: named('input') } : {};
    return { target: named('target'), ...inputs, missing, integersAreClasses, ...(header === undefined ? {} : { header }), ...(delimiter ? { delimiter } : {}) };
  }

  /** What can be learnt now. @returns {Table | undefined} */
  get table() {
    return this.csv && this.report && { csv: this.csv, title: this.title, choice: this.choice, shape: this.report.shape };
  }
}

/** The last column that can be learnt is the target. @param {TableRead['columns']} columns @returns {Role[]} */
function usualRoles(columns) {
  const target = columns.findLastIndex(({ kind }) => kind !== 'text');
  return columns.map(({ kind }, at) => (at === target ? 'target' : kind === 'text' ? 'unused' : 'input'));
}

/** With this target alone; the one before becomes an input. @param {Role[]} roles @param {number} target @returns {Role[]} */
export function withTarget(roles, target) {
  return roles.map((role, at) => (at === target ? 'target' : role === 'target' ? 'input' : role));
}

/** The core's `[place] words`; a place that is a line or a column stays readable. @param {string} message */
function faultOf(message) {
  const [, place = '', words = message] = /^\[([^\]]+)\] (.*)$/s.exec(message) ?? [];
  if (place === 'header' || place === 'delimiter' || place === 'missing') return { place: /** @type {Place} */ (place), text: words };
  if (place === 'target' || place === 'inputs') return { place: /** @type {Place} */ ('columns'), text: `${place}: ${words}` };
  if (/^column /.test(place)) return { place: /** @type {Place} */ ('columns'), text: `${place} ${words}` };
  // Of a cell that is missing the line is said, and the choice what becomes of it is what is wrong.
  if (/ is missing/.test(words)) return { place: /** @type {Place} */ ('missing'), text: `${place}: ${words}` };
  return { place: /** @type {Place} */ ('csv'), text: place === 'csv' || place === '' ? words : `${place}: ${words}` };
}
