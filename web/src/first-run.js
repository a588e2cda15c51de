// The first run; where its settings cannot be had, as offline or from a wrong address, the usual one, and why.

/** @import { State } from './lab-state.js' */
/** @import { Observed } from './observed.js' */
/** @import { Settings, Tables } from './types.js' */
import { usualFor } from './address.js';
import { isAbort, messageOf } from './message-of.js';
import { defaultSettings, readMessage } from './settings.js';

/** @param {Observed<State>} store @param {Tables} tables @param {(settings: Settings) => Promise<void>} start makes a run */
export async function firstRun(store, tables, start) {
  for (;;)
    try {
      return await start(store.state.settings);
    } catch (error) {
      const { name, text } = readMessage(messageOf(error), tables);
      const { settings, errors } = store.state;
      const usual = usualFor(settings.data, settings.dataset, tables);
      // One setting that cannot be had takes none of the others with it.
      const one = name && !(name in errors) && !isAbort(error) && String(settings[name]) !== String(usual[name]);
      store.set({ settings: one ? { ...settings, [name]: usual[name] } : defaultSettings(tables) });
      if (!one) {
        await start(store.state.settings);
        return store.set({ errors: isAbort(error) ? {} : { [name || 'dataset']: `The run of this address cannot be had, so here is the usual one: ${text}` } });
      }
      store.set({ errors: { ...errors, [name]: `This address has a value that cannot be had, so here is the usual one: ${text}` } });
    }
}
