// In play, parts of the page are drawn in tasks of their own, so that no task is long.

/** For `scheduleUpdate`, before the element is drawn. @param {boolean | undefined} playing */
export async function ownTask(playing) {
  if (playing) await new Promise((resolve) => setTimeout(resolve));
}
