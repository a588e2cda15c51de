// Turns the errors that a module returns into errors thrown.

/** @typedef {{ Graph: any, stackSave(): number, stackRestore(stack: number): void }} Bound what each module has, beside functions and classes of its own */

/**
 * Wraps every function, method, getter and constructor of a module once: what comes back as an `Error` is thrown.
 * @template {Bound} M @param {M} module @param {{ functions: string[], classes: string[] }} names
 */
export function throwErrors(module, { functions, classes }) {
  /** @param {Function} call */
  const checked = (call) =>
    /** @this {any} @param {unknown[]} args */
    function (...args) {
      const stack = module.stackSave();
      let result;
      try {
        result = call.apply(this, args);
      } catch (error) {
        module.stackRestore(stack); // a failed check leaves C++ without giving its stack back
        if (this?.isDeleted?.()) throw new Error(`[${this.constructor.name.replace('64', '')}] was deleted; another one would be right`);
        throw error;
      }
      if (result instanceof Error) throw result;
      return result;
    };

  const members = /** @type {Record<string, any>} */ (module);
  for (const name of functions) members[name] = checked(members[name]);
  const handles = Object.getPrototypeOf(members.Graph.prototype); // what all classes have
  handles.delete = checked(handles.delete);
  for (const name of classes) {
    const { prototype } = members[name];
    for (const [key, member] of Object.entries(Object.getOwnPropertyDescriptors(prototype)))
      if (member.get) Object.defineProperty(prototype, key, { ...member, get: checked(member.get) });
      else if (key !== 'constructor') prototype[key] = checked(member.value);
    members[name] = new Proxy(members[name], { construct: checked(Reflect.construct) });
  }
  return module;
}
