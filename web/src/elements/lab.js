// <backprop-lab>: the network lab. Puts the elements together and carries state down and changes up.

/** @import { Wants } from '../engine/instruments.js' */
/** @import { LabFoot } from './lab/foot.js' */
/** @import { Change, State } from '../lab-state.js' */
import { LitElement, html, nothing } from 'lit';
import { fromHash, toHash } from '../address.js';
import { canTravel } from '../data/board.js';
import { openClient } from '../engine/client.js';
import { startedEarly } from '../engine/start-worker.js';
import { keepRun, keptRun } from '../kept-run.js';
import { firstDrawn, quiet } from '../quiet.js';
import { atGraph } from '../route.js';
import { speedOf, withSpeed } from '../speeds.js';
import { Store } from '../store.js';
import tables from '../tables.js';
import { themeScale } from '../theme.js';
import { labCss } from './lab-css.js';
import { sharedCss } from './shared-css.js';
import { shortcut } from './shortcuts.js';
import { figure } from './lab/figure.js';
import { SIDE_BY_SIDE } from './lab/layer-ribbon-css.js';
import './header.js';
import './transport.js';

const TABS = ['Weight', 'Settings', 'Output', 'More'];

export class Lab extends LitElement {
  static properties = { tab: { state: true } };

  static styles = [sharedCss, labCss];

  #wide = this.media('(min-width: 1240px)');
  #phone = this.media('(max-width: 699px)');
  #redraw = () => this.requestUpdate();
  /** @type {Store['ask']} */
  #ask = (name, argument) => this.store.ask(name, argument);
  #follow = () => {
    if (this.hidden || atGraph()) return;
    const speed = speedOf(location.hash);
    if (speed !== this.store.state.speed) void this.store.change({ speed });
    const settings = { data: undefined, ...fromHash(location.hash, tables) };
    // Back from another page, the run that the address names is there already.
    if (toHash(settings, tables) !== toHash(this.store.state.settings, tables)) void this.store.change({ settings }).then(() => this.#explain());
  };
  #keep = () => keepRun(this.store.state, tables);
  #keys = (/** @type {KeyboardEvent} */ event) => {
    const { frame, early } = this.store.state;
    const change = this.hidden ? undefined : shortcut(event, frame?.playing ?? early ?? false);
    if (change) void this.store.change(change);
  };

  /** What scrolls into view stops below the buttons of the run, where these stay at the top. */
  #stuck = new ResizeObserver(([{ target }]) => {
    const sticky = getComputedStyle(target).position === 'sticky';
    document.documentElement.style.scrollPaddingTop = sticky ? `${target.clientHeight}px` : '';
  });

  /** What the address names. @type {Pick<State, 'settings' | 'speed'> | undefined} */
  #named;

  /** @type {(state: State) => Wants} */
  #wantsOf = () => ({});

  /** @param {string} [hash] names the run; that of the page unless it is a widget */
  constructor(hash = location.hash) {
    super();
    const settings = fromHash(hash, tables);
    this.store = new Store(tables, settings, this.embedded ? undefined : keptRun(settings, tables), speedOf(hash));
    this.tab = TABS[0];
  }

  /** Is it a widget on another's page, whose address, keys and storage are not its own? */
  get embedded() {
    return false;
  }

  /** What asks for its width. @param {string} query @returns {Pick<MediaQueryList, 'matches' | 'addEventListener' | 'removeEventListener'>} */
  media(query) {
    return matchMedia(query);
  }

  /** The settings are others now. @param {string} hash of them */
  settled(hash) {
    if (hash !== location.hash) history.replaceState(null, '', hash || location.pathname + location.search);
  }

  connectedCallback() {
    super.connectedCallback();
    this.store.subscribe(this.#redraw);
    for (const query of [this.#wide, this.#phone]) query.addEventListener('change', this.#redraw);
    if (this.embedded) this.addEventListener('keydown', this.#keys);
    else {
      document.addEventListener('keydown', this.#keys);
      addEventListener('hashchange', this.#follow);
      addEventListener('pagehide', this.#keep);
    }
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.ariaBusy = 'true';
    void this.#complete(this.store.connect((onPart) => openClient(onPart, calm ? 500 : 100)));
  }

  /**
   * What the first training step does not wait for: what stands around the network; then panels and what they read, and the pictures of data sets.
   * @param {Promise<void>} connected
   */
  async #complete(connected) {
    await firstDrawn(connected);
    await import('./lab/around.js');
    await connected;
    await quiet();
    if (this.isConnected && !this.store.state.failure) {
      ({ wantsOf: this.#wantsOf } = await import('./lab/later.js'));
      await this.store.want(this.#wantsOf(this.store.state));
      await this.store.drawSamples();
      this.requestUpdate();
    }
    this.ariaBusy = null;
    await this.#explain();
  }

  /** Why an address is not followed is said in the settings, wherever these are. */
  async #explain() {
    if (Object.keys(this.store.state.errors).length === 0) return;
    if (!this.#wide.matches) this.tab = 'Settings';
    await this.updateComplete;
    const settings = /** @type {import('./settings.js').SettingsPanel | null} */ (this.renderRoot.querySelector('backprop-settings'));
    await settings?.reveal();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    for (const query of [this.#wide, this.#phone]) query.removeEventListener('change', this.#redraw);
    document.removeEventListener('keydown', this.#keys);
    removeEventListener('hashchange', this.#follow);
    removeEventListener('pagehide', this.#keep);
    this.#stuck.disconnect();
    this.store.dispose();
  }

  /** Another page is shown; the run waits. */
  leave() {
    if (this.store.state.frame?.playing) void this.store.change({ action: 'pause' });
  }

  /** The address names the run that stands; one that could not be had is left for the next try. @param {Map<string, unknown>} changed */
  updated(changed) {
    super.updated(changed);
    const run = this.renderRoot.querySelector('.run');
    if (run && !this.embedded) this.#stuck.observe(run);
    const { settings, speed, frame } = this.store.state;
    if (frame) void this.store.want(this.#wantsOf(this.store.state));
    const named = this.#named;
    if (this.hidden || !frame || (settings === named?.settings && speed === named.speed)) return;
    this.#named = { settings, speed };
    if (!named) return;
    this.settled(withSpeed(toHash(settings, tables), speed));
  }

  /** @param {CustomEvent<Change>} event */
  #change(event) {
    event.stopPropagation();
    if (event.detail.openTable) return void this.#openTable(event.detail.openTable.file);
    if (event.detail.board === 'open') this.tab = 'Output';
    if (event.detail.panel) {
      this.tab = 'More';
      // One that is open already is shown again; a foot that is still to come does so by itself.
      const foot = /** @type {LabFoot | null} */ (this.renderRoot.querySelector('backprop-lab-foot:defined'));
      if (event.detail.panel === this.store.state.panel) foot?.reveal();
    }
    void this.store.change(event.detail);
  }

  /** @param {Parameters<import('./lab/csv-dialog.js').CsvDialog['open']>[0]} [file] */
  async #openTable(file) {
    await customElements.whenDefined('backprop-csv-dialog');
    const dialog = /** @type {import('./lab/csv-dialog.js').CsvDialog} */ (this.renderRoot.querySelector('backprop-csv-dialog'));
    await dialog.updateComplete;
    await dialog.open(file);
  }

  render() {
    const look = this.#wide.matches ? 'wide' : this.#phone.matches ? 'phone' : 'middle';
    const transport = this.#transport(look === 'phone');
    return html`<div class="lab ${look}" @change=${this.#change}>
      ${this.embedded ? nothing : html`<header><backprop-header page="network"></backprop-header></header>`}
      ${look === 'phone' ? nothing : transport}
      <main>
        ${look === 'wide' ? html`<aside aria-label="Settings">${this.#settings(false)}</aside>` : nothing}
        ${this.#figure(look === 'phone')}
        ${look === 'phone' ? transport : nothing}
        ${look === 'wide' ? html`<aside aria-label="Output">${this.#output()}</aside>` : this.#tabs(look === 'phone')}
      </main>
      ${look === 'wide' ? html`${this.#foot()}<section class="time ${this.#onOneScreen ? 'sticky' : ''}" aria-label="Time">${this.#scrub()}</section>` : nothing}
      <backprop-csv-dialog .around=${this.embedded ? this : document} .engine=${this.store.client} .value=${this.store.state.settings.data ?? ''} .errors=${this.store.state.errors}></backprop-csv-dialog>
    </div>`;
  }

  /** Is the ribbon of the layers low enough to stand whole above the bar of the run? */
  get #onOneScreen() {
    return (this.store.state.frame?.layers.length ?? 0) <= SIDE_BY_SIDE && themeScale() === 1;
  }

  /** @param {boolean} compact */
  #transport(compact) {
    const { frame, early, settings, errors, phase, speed } = this.store.state;
    return html`<section class="run" aria-label="Run">
      <backprop-transport .frame=${frame} .early=${early} .speed=${speed} .rate=${settings.lr} .optimizer=${settings.optimizer} .error=${errors.lr ?? ''} .compact=${compact} .phase=${phase}></backprop-transport>
      ${this.#wide.matches ? nothing : this.#scrub()}
    </section>`;
  }

  /** @param {boolean} compact */
  #figure(compact) {
    const { frame, failure, download } = this.store.state;
    const cardBelow = this.#wide.matches || (!compact && this.tab === 'Weight');
    return html`<section class="figure" aria-label="Network">
      ${failure ? html`<p class="failure" role="alert"><b>Nothing can run here.</b> ${failure}</p>` : nothing}
      ${!frame && download ? html`<backprop-download-bar .download=${download}></backprop-download-bar>` : nothing}
      ${frame?.divergence ? html`<backprop-divergence-note .frame=${frame}></backprop-divergence-note>` : nothing}
      ${figure(this.store.state, this.#ask, { compact, thread: cardBelow })}
      ${this.#wide.matches ? this.#card() : nothing}
    </section>`;
  }

  #scrub() {
    const { frame, going, unfinished } = this.store.state;
    return html`<backprop-scrub-bar .frame=${frame} .going=${going} .unfinished=${unfinished}></backprop-scrub-bar>`;
  }

  #foot() {
    return html`<section aria-label="Instruments"><backprop-lab-foot .state=${this.store.state} .ask=${this.#ask}></backprop-lab-foot></section>`;
  }

  #card() {
    return html`<backprop-weight-card .state=${this.store.state}></backprop-weight-card>`;
  }

  /** @param {boolean} withRate */
  #settings(withRate) {
    const { settings, errors, samples, download, can, board } = this.store.state;
    return html`<backprop-settings .tables=${tables} .settings=${settings} .errors=${errors} .samples=${samples} .download=${download} .can=${board ? canTravel(board) : can}
      .ask=${this.store.state.frame && this.#ask} .withRate=${withRate}></backprop-settings>`;
  }

  #output() {
    const { frame, board, errors, output } = this.store.state;
    return html`<backprop-output .frame=${frame} .look=${output} .board=${board} .error=${errors.data ?? ''}></backprop-output>`;
  }

  /** @param {boolean} phone */
  #tabs(phone) {
    const panel = this.tab === 'Weight' ? this.#card() : this.tab === 'Settings' ? this.#settings(phone) : this.tab === 'Output' ? this.#output() : this.#foot();
    return html`
      <div class="panel ${this.tab === 'Weight' ? 'bare' : ''}" role="tabpanel" aria-label=${this.tab}>${panel}</div>
      <backprop-tabs .names=${TABS} .value=${this.tab} @change=${(/** @type {CustomEvent<string>} */ e) => {
        e.stopPropagation();
        void this.#show(e.detail);
      }}></backprop-tabs>`;
  }

  /** @param {string} tab */
  async #show(tab) {
    this.tab = tab;
    await this.updateComplete;
    if (tab === TABS[0] && !this.embedded) scrollTo({ top: 0 });
    else this.renderRoot.querySelector('.panel')?.scrollIntoView({ block: 'nearest' });
  }
}
void startedEarly().then(() => customElements.define('backprop-lab', Lab));
