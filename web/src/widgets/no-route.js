// In the place of route.js and of the page's bar: a widget has no page of its own.

export const atGraph = () => false;
export const networkAddress = () => '#';
