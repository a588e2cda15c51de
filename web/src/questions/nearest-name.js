// The name that was probably meant: the one that takes the fewest letters to change.

/** @param {string} name @param {string[]} names at least one */
export function nearestName(name, names) {
  const lengths = names.map((each) => edits(name.toLowerCase(), each));
  return names[lengths.indexOf(Math.min(...lengths))];
}

/** How many letters are put in, left out or exchanged on the way from one word to another. @param {string} from @param {string} to */
function edits(from, to) {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [i, letter] of [...from].entries()) {
    const next = [i + 1];
    for (let at = 1; at <= to.length; at++) next.push(Math.min(next[at - 1] + 1, row[at] + 1, row[at - 1] + Number(letter !== to[at - 1])));
    row = next;
  }
  return row[to.length];
}
