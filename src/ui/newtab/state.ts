// What the new tab shows: the day, its note, and the answer to its question.
import { computed, signal } from '@preact/signals';
import { notes } from '../../library/index.ts';
import { openDatabase } from '../../notes/database.ts';
import { ideaOf, localDate } from '../../notes/day.ts';
import { answerOf, keepAnswer } from '../../notes/journal.ts';
import { showBrowsersNewTab } from '../../platform/tabs.ts';
import { chosenTopics, newTab } from '../../settings/settings.ts';

/** Copies of settings for the first frame, which waits for nothing; the settings are the truth. */
const HANDED_BACK = 'newTab';
const ANOTHER = 'another';

const database = openDatabase();
export const date = signal(localDate(new Date()));
const another = signal(anotherOf(date.value));
const topics = signal<string[]>([]);
export const note = computed(() => ideaOf(notes, topics.value, date.value, another.value));
/** The answer that was kept; null where there is none. */
export const answer = signal<string | null>(null);
/** An answer is covered once given: screens are shared. */
export const covered = signal(true);
/** What could not be kept. */
export const fault = signal(false);

function anotherOf(day: string): number {
  const [kept, count] = (localStorage.getItem(ANOTHER) ?? '').split(' ');
  return kept === day ? Number(count) || 0 : 0;
}

/** Shows another idea; it stays for the day. */
export function showAnother(): void {
  another.value++;
  localStorage.setItem(ANOTHER, `${date.value} ${another.value}`);
  void readAnswer();
}

async function readAnswer(): Promise<void> {
  const shown = note.value;
  answer.value = null;
  covered.value = true;
  if (!shown) return;
  try {
    answer.value = (await answerOf(database, date.value, shown.id))?.text ?? null;
  } catch (error) {
    console.error('journal:', error);
  }
}

/** Keeps the answer of the day. */
export async function keep(text: string): Promise<void> {
  const shown = note.value;
  if (!shown) return;
  try {
    await keepAnswer(database, { date: date.value, note: shown.id, question: shown.ask, text }, Date.now());
    answer.value = text.trim() || null;
    covered.value = true;
    fault.value = false;
  } catch (error) {
    // The words stay in the field: nothing that was written is lost by a full disk.
    console.error('journal:', error);
    fault.value = true;
  }
}

/** Hands the new tab back to the browser, from now on. */
export async function handBack(): Promise<void> {
  localStorage.setItem(HANDED_BACK, 'browser');
  await newTab.set('browser');
  await showBrowsersNewTab();
}

/** Whether the page was handed back, as far as is known before the settings are read. */
export const handedBack = (): boolean => localStorage.getItem(HANDED_BACK) === 'browser';

/** Reads what the first frame did not wait for, and follows the day. */
export async function startNewTab(): Promise<void> {
  document.addEventListener('visibilitychange', () => {
    const today = localDate(new Date());
    if (document.hidden || today === date.value) return;
    date.value = today;
    another.value = anotherOf(today);
    void readAnswer();
  });
  const [kind, chosen] = await Promise.all([newTab.get(), chosenTopics.get()]);
  localStorage.setItem(HANDED_BACK, kind);
  if (kind === 'browser') return showBrowsersNewTab();
  topics.value = chosen;
  await readAnswer();
}
