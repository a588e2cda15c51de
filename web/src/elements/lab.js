// <backprop-lab>: the network lab. Puts the elements together and carries state down and changes up.

/** @import { Wants } from '../engine/instruments.js' */
/** @import { LabFoot } from './lab/foot.js' */
/** @import { Change, State } from '../lab-state.js' */
/** @import { Store } from '../store.js' */
import { LitElement, html, nothing } from 'lit';
import { openClient } from '../engine/client.js';
import { startedEarly } from '../engine/start-worker.js';
import { keepRun } from '../kept-run.js';
import { refusedBy, silencedBy } from '../link/locks.js';
import { linkTo } from '../link/opening.js';
import { firstDrawn, quiet } from '../quiet.js';
import { atGraph } from '../route.js';
import tables from '../tables.js';
import { themeScale } from '../theme.js';
import { labCss } from './lab-css.js';
import { sharedCss } from './shared-css.js';
import { shortcut } from './shortcuts.js';
import { figure } from './lab/figure.js';
import { LabAddress, storeOfAddress } from './lab/lab-address.js';
import { SIDE_BY_SIDE } from './lab/layer-ribbon-css.js';
import * as pane from './lab/panes.js';
import { RoomAbove } from './lab/room-above.js';
import { TABS, tabsOf } from './lab/tab-names.js';
import './header.js';
import './lab/link-notice.js';
import './transport.js';

export class Lab extends LitElement {
  static properties = { tab: { state: true } };

  static styles = [sharedCss, labCss];

  #wide = this.media('(min-width: 1240px)');
  #phone = this.media('(max-width: 699px)');
  #redraw = () => this.requestUpdate();
  /** @type {Store['ask']} */
  #ask = (name, argument) => this.store.ask(name, argument);
  #follow = () => {
    if (!this.hidden && !atGraph()) void this.#address.follow().then(() => this.#explain());
  };
  #keep = () => keepRun(this.store.state, tables);
  #keys = (/** @type {KeyboardEvent} */ event) => {
    const { frame, early } = this.store.state;
    const change = this.hidden ? undefined : shortcut(event, frame?.playing ?? early ?? false);
    if (change && !silencedBy(change, this.#parts, this.store.state.settings)) void this.store.change(change);
  };

  #room = new RoomAbove();

  /** @type {LabAddress} */
  #address;

  /** @type {(state: State) => Wants} */
  #wantsOf = () => ({});

  /** @param {string} [hash] names the run; that of the page unless it is a widget */
  constructor(hash = location.hash) {
    super();
    this.store = storeOfAddress(hash, !this.embedded);
    this.#address = new LabAddress(this.store, (named) => this.settled(named));
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

  /** The run that stands is another. @param {string} hash that names it */
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
    this.#room.disconnect();
    this.store.dispose();
  }

  /** Another page is shown; the run waits. */
  leave() {
    if (this.store.state.frame?.playing) void this.store.change({ action: 'pause' });
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    super.updated(changed);
    if (!this.embedded) this.#room.follow(this.renderRoot.querySelector('.run'));
    if (!this.store.state.frame) return;
    void this.store.want(this.#wantsOf(this.store.state));
    if (!this.hidden) this.#address.write();
  }

  /** @param {CustomEvent<Change>} event */
  #change(event) {
    event.stopPropagation();
    if (refusedBy(event.detail, this.#parts, this.store.state.settings)) return;
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

  get #parts() {
    return this.store.state.link.parts;
  }

  /** What the link to all that is seen is. */
  #link = () => linkTo(this.store.state, tables);

  render() {
    const look = this.#wide.matches ? 'wide' : this.#phone.matches ? 'phone' : 'middle';
    const shows = (/** @type {string} */ name) => !this.#parts.hides(name);
    const { state } = this.store;
    const { frame, link, settings, errors } = state;
    const run = shows('run') ? pane.run(state, { compact: look === 'phone', withTime: look !== 'wide' }) : nothing;
    const bare = `${shows('settings') ? '' : 'no-settings'} ${shows('output') ? '' : 'no-output'}`;
    return html`<div class="lab ${look} ${bare}" @change=${this.#change}>
      ${shows('header') && !this.embedded ? html`<header><backprop-header page="network" .link=${frame && this.#link} .parts=${link.parts} .language=${link.lang}></backprop-header></header>` : nothing}
      ${link.faults.length ? html`<backprop-link-notice .faults=${link.faults}></backprop-link-notice>` : nothing}
      ${look === 'phone' ? nothing : run}
      <main>
        ${look === 'wide' && shows('settings') ? html`<aside aria-label="Settings">${pane.settings(state, this.#ask, false)}</aside>` : nothing}
        ${this.#figure(look === 'phone')}
        ${look === 'phone' ? run : nothing}
        ${look !== 'wide' ? this.#tabs(look === 'phone') : shows('output') ? html`<aside aria-label="Output">${pane.output(state)}</aside>` : nothing}
      </main>
      ${look === 'wide' ? html`${pane.foot(state, this.#ask)}${shows('time') ? html`<section class="time ${this.#onOneScreen ? 'sticky' : ''}" aria-label="Time">${pane.time(state)}</section>` : nothing}` : nothing}
      <backprop-csv-dialog .around=${this.embedded ? this : document} .engine=${this.store.client} .value=${settings.data ?? ''} .errors=${errors}></backprop-csv-dialog>
    </div>`;
  }

  /** Is the ribbon of the layers low enough to stand whole above the bar of the run? */
  get #onOneScreen() {
    return (this.store.state.frame?.layers.length ?? 0) <= SIDE_BY_SIDE && themeScale() === 1;
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
      ${this.#wide.matches && !this.#parts.hides('card') ? pane.card(this.store.state) : nothing}
    </section>`;
  }

  /** @param {boolean} phone */
  #tabs(phone) {
    const names = tabsOf(this.#parts);
    const tab = names.includes(this.tab) ? this.tab : names[0];
    if (tab === undefined) return nothing;
    const { state } = this.store;
    const panel = tab === 'Weight' ? pane.card(state) : tab === 'Settings' ? pane.settings(state, this.#ask, phone) : tab === 'Output' ? pane.output(state) : pane.foot(state, this.#ask);
    return html`
      <div class="panel ${tab === 'Weight' ? 'bare' : ''}" role="tabpanel" aria-label=${tab}>${panel}</div>
      <backprop-tabs .names=${names} .value=${tab} @change=${(/** @type {CustomEvent<string>} */ e) => {
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
