// Gives the reader a file that was made on the page.

/** @param {string} name @param {Blob} content */
export function saveFile(name, content) {
  const link = document.createElement('a');
  link.download = name;
  link.href = URL.createObjectURL(content);
  link.click();
  // The download has begun by then, whatever it is.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
