// The door to a module that is loaded once: its later visitors get the same one, an attempt that fails is forgotten.

/** @typedef {{ locateFile?: (file: string) => string }} Place says where the binary lies, if not beside its script */

/**
 * @template Module @param {(options: Place) => Promise<Module>} create
 * @returns {(options?: Place) => Promise<Module>}
 */
export function doorTo(create) {
  /** @type {Promise<Module> | undefined} */
  let loading;
  /** @type {Place['locateFile']} */
  let location;
  return ({ locateFile } = {}) => {
    if (!loading) {
      location = locateFile;
      loading = create(locateFile ? { locateFile } : {});
      loading.catch(() => (loading = undefined));
    } else if (locateFile && locateFile !== location) {
      return Promise.reject(new Error('[load] the module is loaded from another place already; load() or the same locateFile would be right'));
    }
    return loading;
  };
}
