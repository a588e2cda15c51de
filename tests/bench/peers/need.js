// The door to the other libraries: their names are no literals in an import, so that the type check does not ask for what is not installed.

/** @param {string} name @returns {Promise<any>} the module's exports */
export const need = (name) => import(name);
