// What scrolls into view stops below the buttons of the run, where these stay at the top.

export class RoomAbove {
  #observer = new ResizeObserver(([{ target }]) => {
    const sticky = getComputedStyle(target).position === 'sticky';
    document.documentElement.style.scrollPaddingTop = sticky ? `${target.clientHeight}px` : '';
  });

  /** @param {Element | null} bar of the run, if there is one */
  follow(bar) {
    if (bar) this.#observer.observe(bar);
  }

  disconnect() {
    this.#observer.disconnect();
  }
}
