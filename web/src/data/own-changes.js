// What the store does with data of one's own: the drawing board, the drawn digit, and the run that learns them.

/** @import { Change } from '../lab-state.js' */
/** @import { Store } from '../store.js' */
import { newBoard } from './board.js';
import { keepDigit, keepDraft, keptDraft } from './draft.js';
import { ownData } from './own-data.js';

/** @param {Store} store @param {Pick<Change, 'own' | 'board' | 'digit'>} change */
export async function changeOwn(store, { own, board, digit }) {
  if (own) await learn(store, own);
  else if (board !== undefined) draw(store, board);
  else if (digit) {
    keepDigit(digit);
    store.set({ digit });
  }
}

/** The board is put away once the run is there. @param {Store} store @param {NonNullable<Change['own']>} own */
async function learn(store, own) {
  const data = 'csv' in own ? await ownData.addTable(own) : ownData.addPoints(own);
  await store.change({ data });
  if (store.state.settings.data === data) store.set({ board: undefined });
}

/** What is drawn outlives the page, trained on or not. @param {Store} store @param {NonNullable<Change['board']> | null} wanted */
function draw(store, wanted) {
  const board = wanted === 'open' ? (store.state.board ?? newBoard(keptDraft())) : (wanted ?? undefined);
  if (board) keepDraft(board.drawn);
  store.set({ board });
}
