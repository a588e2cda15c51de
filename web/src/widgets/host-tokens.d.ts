// What host-css.js makes of tokens.css when the widgets are bundled.
declare module 'virtual:host-tokens' {
  const css: string;
  export default css;
}
