// A discussion on GitHub: rendered by the server, with the old composer, whose form Enter and a press may send.
import { hasShortcuts } from './acts.ts';

const form = document.querySelector('form')!;
form.querySelector('textarea')!.value = window.passage;
form.addEventListener('submit', (event) => {
  event.preventDefault();
  window.acts.saved++;
});
hasShortcuts();
