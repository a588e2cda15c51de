// The two ways in which a command can be wrong; cli.js makes exit codes of them.

/** What is wrong with the command: its words, not what they name. */
export class Usage extends Error {}

/** What is wrong with a text, a configuration or their numbers: said as it stands. */
export class Refusal extends Error {}
