// What an embedded page tells the page around it. It listens to nothing.

/** @typedef {{ outcome: string, [key: string]: unknown }} Answer */

/** The height that it takes, in the two forms that course systems and blogs know. @param {number} height in CSS px @param {string} src its address */
export const heightMessages = (height, src) => [
  JSON.stringify({ src, context: 'iframe.resize', height }),
  { subject: 'lti.frameResize', height },
];

/** @param {string} widget such as valley @param {object} state */
export const stateMessages = (widget, state) => [{ ...head(widget, 'state'), state }];

/**
 * An answer and the score that comes of it, the latter also as the SPLICE protocol has it.
 * @param {string} widget @param {Answer} answer @param {number} attempts so far, this one too @param {string} id of the message
 */
export function answerMessages(widget, answer, attempts, id) {
  const score = answer.outcome === 'right' ? 1 : 0;
  return [
    { ...head(widget, 'answer'), answer },
    { ...head(widget, 'score'), score, max: 1, attempts },
    { subject: 'SPLICE.reportScoreAndState', message_id: id, score, state: { ...answer, attempts } },
  ];
}

/** @param {string} widget @param {'state' | 'answer' | 'score'} type */
const head = (widget, type) => ({ source: 'backprop-playground', version: 1, widget, type });
