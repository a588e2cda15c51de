// What the figures of the first and the fifth lesson do for a reader: a search by hand and by descent, the counter, the nudge, the map.
import { expect, test } from '@playwright/test';

test('a line is fitted by keys, and each setting counts as tried', async ({ page }) => {
  await page.goto('lessons/01-the-learning-problem.html');
  const figure = page.locator('backprop-fit').first();
  await figure.scrollIntoViewIfNeeded();
  const status = figure.locator('.sentence');
  await figure.getByRole('slider', { name: 'w' }).focus();
  for (let step = 0; step < 7; step++) await page.keyboard.press('ArrowRight');
  await expect(status).toContainText('7 of 1,681 settings tried');
  await figure.getByRole('slider', { name: 'b' }).focus();
  for (let step = 0; step < 8; step++) await page.keyboard.press('ArrowLeft');
  await expect(status).toContainText('Found: the loss is 0.025');
});

test('gradient descent turns the seven knobs until the loss is low, and goes on from where a knob is turned', async ({ page }) => {
  await page.goto('lessons/01-the-learning-problem.html#the-loop');
  const figure = page.locator('backprop-fit').last();
  await figure.scrollIntoViewIfNeeded();
  await figure.getByRole('button', { name: 'One step' }).click();
  await expect(figure.locator('.sentence')).toContainText('After 1 step of');
  await figure.getByRole('button', { name: 'Let gradient descent search' }).click();
  await expect(figure.locator('.sentence')).toContainText('Found', { timeout: 20000 });
  await figure.getByRole('slider', { name: 'c' }).press('ArrowRight');
  await expect(figure.locator('.sentence')).toContainText('has not begun');
});

test('a thousand weights take longer than the universe has existed', async ({ page }) => {
  await page.goto('lessons/01-the-learning-problem.html#all-combinations');
  const figure = page.locator('backprop-combinations');
  await figure.scrollIntoViewIfNeeded();
  await figure.getByRole('slider', { name: 'weights' }).fill('17');
  await expect(figure.locator('.sentence')).toContainText(/500 weights make 10⁵⁰⁰ combinations.* ages of the universe/);
});

test('a nudge says what the slope predicts and what really happens', async ({ page }) => {
  await page.goto('lessons/05-what-a-gradient-tells.html');
  const figure = page.locator('backprop-valley').first();
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('.sentence')).toHaveText('At w = 0 the slope is −3. A nudge of 1 should change the loss by −3; it really changes by −2.5.');
});

test('the point of the map follows the arrow keys and the pointer', async ({ page }) => {
  await page.goto('lessons/05-what-a-gradient-tells.html#two-weights');
  const figure = page.locator('backprop-landscape');
  await figure.scrollIntoViewIfNeeded();
  const map = figure.getByRole('application');
  await map.press('ArrowRight');
  await map.press('Shift+ArrowUp');
  await expect(figure.locator('.sentence')).toContainText('w₁ = −2.15, w₂ = 1.5');
  const box = await map.boundingBox();
  if (!box) throw new Error('the map is not on the page');
  await page.mouse.click(box.x + 44 + (box.width - 72) / 2, box.y + 26 + (box.height - 56) / 2);
  await expect(figure.locator('.sentence')).toContainText(/w₁\s=\s−?0(\.0\d)?, w₂\s=\s−?0(\.0\d)?, with the loss/);
});

test('a ball that rests plays no longer, and Play lets it roll from its start again', async ({ page }) => {
  await page.goto('lessons/01-the-learning-problem.html');
  const figure = page.locator('backprop-valley').first();
  await figure.scrollIntoViewIfNeeded();
  await figure.getByRole('slider', { name: 'learning rate' }).fill('2');
  const play = figure.getByRole('button', { name: /^(Play|Roll|Pause)/ });
  const name = await play.textContent();
  await play.click();
  await expect(play).toHaveText(/Pause/);
  await expect(figure.locator('.sentence')).toContainText('rests at w = 3');
  await expect(play).toHaveText(String(name).trim());
  await play.click();
  await expect(play).toHaveText(/Pause/);
  await expect(figure.locator('.trail')).toHaveCount(1);
});
