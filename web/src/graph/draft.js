// A text being edited: which statement each name means, and which term made each node.
import { IDENTITIES, INPUT_WORDS, MORE_NAMES, freshName, nameMistake } from './names.js';
import { children, make, print, read, statementsOf, wordOf } from './syntax.js';
import { allOf, bare, nameTerm, outer, replace, signOf, swap } from './terms.js';

/** @import { Statement, Term } from './syntax.js' */

/**
 * What `parse` says of a text, with the operations of `tables()`. A node's `value` is needed only of free names.
 * @typedef {{ kind: string, op: string | null, inputs: number[], value?: number }} ProgramNode
 * @typedef {{ name: string, inputs: string[], optionalInputs: number, aliases: string[], attributes: { name: string, kind: string }[], torch: string }} Operation
 * @typedef {{ source: string, spans: ({ begin: number, end: number } | null)[], names: { name: string, node: number }[], freeNames: string[],
 *   errors: unknown[], output: number | null, backwards: number, nodes: ProgramNode[], ops: Operation[], shown?: string[] }} Program shown is what
 *   the picture calls each node: one without a name gets this one, and no other does
 * @typedef {{ begin: number, end: number }} Place
 * @typedef {object} Edited
 * @property {string} source
 * @property {Place} selection what to show: the new name or value
 * @property {(Place | undefined)[]} places where the text of each node of before is now
 * @property {boolean} [adds] whether what is shown is a new node
 * @property {string} [stroke] edits of one stroke, as a slider makes them, are one step of undo
 * @typedef {{ free: string }} Free a name that the text does not assign
 * @typedef {Term | Statement | Free} Maker what made a node: a term, a statement with +=, or a free name
 */

/** An edit that cannot be made, with what would be right. */
export class Refusal extends Error {}

export class Draft {
  /** What a name in an expression means. @type {Map<Term, Statement | Free>} */
  means = new Map();
  /** @type {Map<number, Maker>} */
  makers = new Map();

  /** @param {Program} program */
  constructor(program) {
    if (program.errors.length) throw new Refusal('the text has a mistake; once it is corrected, the picture can be edited again');
    this.program = program;
    this.text = read(program.source);
    this.lineEnd = /\r\n|\n|\r/.exec(program.source)?.[0] ?? '\n';
    this.functions = new Set([...program.ops.flatMap(({ name, aliases }) => [name, ...aliases]), ...MORE_NAMES.keys()]);
    this.#bind();
    this.#findMakers();
  }

  get statements() {
    return statementsOf(this.text);
  }

  get taken() {
    return new Set(this.statements.flatMap(({ target, parts }) => [target, ...allOf(/** @type {Term} */ (parts.at(-1))).filter(({ kind }) => kind === 'name').map(print)]));
  }

  /** @param {Statement} statement */
  value(statement) {
    return /** @type {Term} */ (statement.parts.at(-1));
  }

  #bind() {
    /** @type {Map<string, Statement | Free>} */
    const bound = new Map();
    for (const statement of this.statements) {
      for (const term of allOf(this.value(statement))) {
        if (term.kind !== 'name') continue;
        const name = print(term);
        if (!bound.has(name) && this.program.freeNames.includes(name)) bound.set(name, { free: name });
        const meaning = bound.get(name);
        if (meaning) this.means.set(term, meaning);
      }
      if (statement.target) bound.set(statement.target, statement);
    }
  }

  #findMakers() {
    const bySpan = new Map(this.program.spans.map((span, node) => [span && `${span.begin},${span.end}`, node]));
    /** @param {{ begin: number, end: number }} place */
    const nodeAt = ({ begin, end }) => bySpan.get(`${begin},${end}`);
    const met = new Set();
    for (const statement of this.statements) {
      for (const term of allOf(this.value(statement))) {
        const meaning = this.means.get(term);
        const node = nodeAt(outer(term));
        if (meaning && 'free' in meaning && node !== undefined && this.program.nodes[node].op === null && !met.has(meaning)) {
          met.add(meaning);
          this.makers.set(node, meaning);
        }
        else if (node !== undefined && term.kind !== 'group' && this.maker(term) === term) this.makers.set(node, term);
      }
      const node = statement.sign.length === 2 ? nodeAt(statement) : undefined;
      if (node !== undefined) this.makers.set(node, statement);
    }
  }

  /** Whether a term is a number or list as written, which a name makes a leaf with gradient. @param {Term} term @returns {boolean} */
  isLiteral(term) {
    if (term.kind === 'name') return !this.means.has(term) && ['inf', 'nan'].includes(print(term));
    if (term.kind === 'unary' || term.kind === 'group') return this.isLiteral(children(term)[0]);
    return term.kind === 'number' || term.kind === 'list' || term.kind === 'tuple';
  }

  /** A number that a name gets stays a constant: `a = 3` would make it a leaf with gradient. @param {Statement} statement */
  asAssigned(statement) {
    const value = this.value(statement);
    if (!statement.target || !this.isLiteral(value)) return;
    const call = make('call', ['tensor', '(']);
    swap(value, call);
    call.parts = ['tensor', '(', bare(value), ')'];
    bare(value).parent = call;
    for (const [node, maker] of this.makers) if (maker === bare(value)) this.makers.set(node, call);
  }

  /** Through names and brackets to what made a term's node. @param {Term} term @returns {Maker} */
  maker(term) {
    const meaning = this.means.get(term);
    if (meaning) return 'free' in meaning || meaning.sign.length === 2 ? meaning : this.maker(this.value(meaning));
    const [first] = children(term);
    const passes = term.kind === 'group' || (term.kind === 'unary' && signOf(term) === '+') || (term.kind === 'method' && IDENTITIES.includes(wordOf(term)));
    return passes && first && !(this.isLiteral(first) && term.kind !== 'group') ? this.maker(first) : term;
  }

  /** @param {number} node */
  makerOf(node) {
    const maker = this.makers.get(node);
    if (!maker) throw new Refusal('this node has no expression of its own in the text; written out there, it can be edited here');
    return maker;
  }

  /** An operation's term; += is written out for it. @param {number} node @returns {Term} */
  termOf(node) {
    const maker = this.makerOf(node);
    if ('free' in maker) throw new Refusal(`\`${maker.free}\` has no line in the text; ${maker.free} = 1 would give it one`);
    return maker.kind === 'statement' ? this.writeOut(maker) : maker;
  }

  /** `y += v` as `y = y + v`. @param {Statement} statement */
  writeOut(statement) {
    const value = this.value(statement);
    const before = [...this.statements.slice(0, this.statements.indexOf(statement))].reverse().find(({ target }) => target === statement.target);
    const name = nameTerm(statement.target);
    const meaning = before ?? [...this.means.values()].find((each) => 'free' in each && each.free === statement.target);
    if (meaning) this.means.set(name, meaning);
    const [node] = [...this.makers].find(([, maker]) => maker === statement) ?? [-1];
    const term = /** @type {Term} */ ({ kind: 'binary', parts: [name, ' ', statement.sign[0], ' ', value], wordAt: 2, begin: -1, end: -1, parent: statement });
    statement.parts[2] = statement.sign = '=';
    statement.parts[statement.parts.length - 1] = term;
    name.parent = value.parent = term;
    replace(value, bare(value));
    this.makers.set(node, term);
    return term;
  }

  /** @param {string} word @returns {Operation | undefined} */
  operation(word) {
    const name = MORE_NAMES.get(word) ?? word;
    return this.program.ops.find((op) => op.name === name || op.aliases.includes(name));
  }

  /** Whether a method is called on a module, as in torch.exp(x). @param {Term} term */
  inModule(term) {
    const [object] = children(term);
    return term.kind === 'method' && (object.kind === 'name' || object.kind === 'attribute') && allOf(object).every((each) => !this.means.has(each));
  }

  /** The operands of an operation, in the order of the node's inputs, and its other arguments. @param {number} node */
  operands(node) {
    const term = this.termOf(node);
    const info = this.operation(/** @type {string} */ (this.program.nodes[node].op));
    const all = children(term).slice(this.inModule(term) ? 1 : 0);
    /** @type {Term[]} */
    const slots = [];
    /** @type {Term[]} */
    const others = [];
    let place = 0;
    for (const child of all) {
      const word = child.kind === 'keyword' ? wordOf(child) : '';
      const called = info?.inputs.indexOf(word) ?? -1;
      const slot = word ? (called >= 0 ? called : (INPUT_WORDS.get(word) ?? Infinity)) : place++;
      if (slot < (info?.inputs.length ?? 0)) slots[slot] = word ? children(child)[0] : child;
      else others.push(child);
    }
    const { inputs } = this.program.nodes[node];
    const same = inputs.length === slots.length && inputs.every((input, i) => slots[i] && this.maker(slots[i]) === this.makers.get(input));
    if (!same) throw new Refusal(`\`${print(term)}\` stands for several operations; written out in the text, each can be edited here`);
    return { term, slots, others };
  }

  /** The statement whose value a term is, if that gives it a name. @param {Term} term */
  namedBy(term) {
    const { parent } = outer(term);
    return parent?.kind === 'statement' && parent.target ? parent : undefined;
  }

  /** The name by which the picture calls what a term made, if the text can give it. @param {Term} term */
  shownName(term) {
    const [node] = [...this.makers].find(([, maker]) => maker === term) ?? [-1];
    const name = this.program.shown?.[node];
    return name === undefined || nameMistake(name, this.taken, this.functions) ? undefined : name;
  }

  /** @param {string} [wanted] */
  newName(wanted) {
    const mistake = wanted === undefined ? '' : nameMistake(wanted, this.taken, this.functions);
    if (mistake) throw new Refusal(mistake);
    return wanted ?? freshName(new Set([...this.taken, ...(this.program.shown ?? [])]), this.functions);
  }

  /** A name that means a statement. @param {Statement | Free} meaning */
  reference(meaning) {
    const term = nameTerm('free' in meaning ? meaning.free : meaning.target);
    this.means.set(term, meaning);
    return term;
  }

  /** The names in the text that mean a statement. @param {Statement | Free} meaning */
  uses(meaning) {
    return [...this.means].filter(([term, each]) => each === meaning && this.#isIn(term)).map(([term]) => term);
  }

  /** @param {Term} term */
  #isIn(term) {
    /** @type {Term | Statement | undefined} */
    let at = term;
    while (at && at.kind !== 'statement') {
      const parent = /** @type {Term | Statement | undefined} */ (at.parent);
      if (!parent?.parts.includes(at)) return false;
      at = parent;
    }
    return !!at && this.text.pieces.includes(at);
  }

  /** What a name means right before a statement, or at the end. @param {string} name @param {Statement} [statement] */
  meaningAt(name, statement) {
    const all = this.statements;
    const before = statement ? all.slice(0, all.indexOf(statement)) : all;
    return before.findLast(({ target }) => target === name) ?? [...this.means.values()].find((each) => 'free' in each && each.free === name);
  }
}
