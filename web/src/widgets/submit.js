// A frame that may send no forms tells its page of no submission either, although ours are never sent. So the press of a form's button is told as one.

/** @param {Event} event a click, or Enter in a field, which browsers make one */
function press(event) {
  const [target] = event.composedPath();
  const button = target instanceof Element ? target.closest('button') : null;
  const form = button?.type === 'submit' ? button.form : null;
  if (!form || event.defaultPrevented) return;
  event.preventDefault();
  if (!form.noValidate && !form.reportValidity()) return;
  const goesOn = form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter: button }));
  if (goesOn && form.method === 'dialog') form.closest('dialog')?.close(button?.value);
}

export const submitByPress = () => addEventListener('click', press);
