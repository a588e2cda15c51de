// One question to the core about the graph that stands: asked anew when graph or argument change, and the newest answer is kept with what it is about.

/** @import { ReactiveControllerHost } from 'lit' */
/** @import { GraphClient } from '../../engine/client.js' */
/** @import { Questions } from '../../engine/graph-questions.js' */
/** @import { GraphFrame } from '../../types.js' */
import { messageOf } from '../../message-of.js';

/** @template {keyof Questions} Name */
export class Asked {
  /** What came back last. @type {{ frame: GraphFrame, argument: Parameters<Questions[Name]>[2], value: Awaited<ReturnType<Questions[Name]>> } | undefined} */
  answer;
  /** Why there is no answer; empty when there is one. */
  refusal = '';
  #wanted = '';
  #busy = false;

  /** @param {ReactiveControllerHost} host is drawn again when an answer comes @param {Name} name */
  constructor(host, name) {
    this.host = host;
    this.name = name;
  }

  /**
   * To be called at every update: nothing happens while the question is the same. While one is under way the next waits, and of those only the last.
   * @param {GraphClient | undefined} client @param {GraphFrame | undefined} frame @param {Parameters<Questions[Name]>[2]} [argument]
   */
  ask(client, frame, argument) {
    if (!client || !frame?.code) return;
    const wanted = JSON.stringify([frame.source, argument]);
    if (this.#busy || wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.#busy = true;
    client.ask(this.name, frame.source, argument)
      .then(
        (value) => Object.assign(this, { answer: { frame, argument, value }, refusal: '' }),
        (error) => Object.assign(this, { answer: undefined, refusal: messageOf(error) }),
      )
      .finally(() => {
        this.#busy = false;
        this.host.requestUpdate();
      });
  }

  /** The answer, as long as it is about this frame's graph: its shape, not its numbers. @param {GraphFrame | undefined} frame */
  about(frame) {
    const { answer } = this;
    if (!answer || !frame?.code || answer.frame.nodes.length !== frame.nodes.length) return undefined;
    // Of the same text a newer frame knows more: it is explained, or backward() ran again.
    return answer.frame.source === frame.source ? { ...answer, frame } : answer;
  }
}
