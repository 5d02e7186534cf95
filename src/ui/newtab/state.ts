// What the new tab shows: the day, its idea, the answer to its question, and what recall asks.
import { batch, computed, signal } from '@preact/signals';
import { noteOf, notes } from '../../library/index.ts';
import type { Note } from '../../library/schema.ts';
import { ideaAhead, ideaOfDay } from '../../notes/choice.ts';
import { type JournalRow, openDatabase } from '../../notes/database.ts';
import { localDate } from '../../notes/date.ts';
import { ideaOf } from '../../notes/day.ts';
import { answerOf, aYearBefore, keepAnswer } from '../../notes/journal.ts';
import { keepRecall, readRecall } from '../../notes/recall.ts';
import { newRecord } from '../../notes/record.ts';
import { chosenTopics, fridayLine, recall } from '../../settings/settings.ts';
import type { Drawn, Frame, Shown } from './frame.ts';

/** A database that another window holds may never answer: the page goes on without it. */
const PATIENCE_MS = 1500;

export const database = openDatabase();
export const date = signal(localDate(new Date()));
/** The idea of the day; null where there is none to show. */
export const note = signal<Note | null>(null);
/** Every note was told never to come. */
export const putAside = signal(false);
/** What is shown: the idea, or a question of recall. */
export const mode = signal<'idea' | 'recall'>('idea');
/** Whether today's question was answered; the answer itself is read later. */
export const answered = signal(false);
export const answer = signal('');
/** An answer is covered once given: screens are shared. */
export const covered = signal(true);
/** Something could not be kept. */
export const fault = signal(false);
/** What recall has left to ask today. */
export const due = signal<string[]>([]);
/** How many those are, as far as is known before they are read. */
export const dueCount = signal(0);
/** What was answered on this day a year ago. */
export const past = signal<JournalRow[]>([]);
export const hasPast = signal(false);
/** The line for the record is asked on this day. */
export const friday = signal(false);

/** What the first frame of the next new tab has to know; null where there is nothing worth keeping. */
export const shown = computed<Shown | null>(() =>
  note.value && covered.value
    ? {
        date: date.value,
        note: note.value.id,
        answered: answered.value,
        due: dueCount.value,
        past: hasPast.value,
        friday: friday.value,
      }
    : null,
);

/** Takes over what the first frame shows. @returns false where its note is not there any more */
export function take(frame: Shown): boolean {
  const kept = noteOf(frame.note);
  if (!kept) return false;
  note.value = kept;
  answered.value = frame.answered;
  dueCount.value = frame.due;
  hasPast.value = frame.past;
  friday.value = frame.friday;
  return true;
}

function inTime<T>(promise: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error('the database did not answer')), PATIENCE_MS),
  );
  return Promise.race([promise, late]);
}

/** Finds the idea of the day, or another. Never fails: without a database the date alone says which. */
export async function findIdea(another = false): Promise<void> {
  try {
    const found = await inTime(readIdea(another));
    note.value = found ?? null;
    putAside.value = !found && notes.length > 0;
  } catch (error) {
    console.error('the idea of the day:', error);
    const at = another ? notes.findIndex(({ id }) => id === note.value?.id) + 1 : 0;
    note.value = ideaOf(notes, [], date.value, at) ?? null;
  }
}

async function readIdea(another: boolean): Promise<Note | undefined> {
  const [topics, recalls] = await Promise.all([chosenTopics.get(), recall.get()]);
  const asked = { topics, recall: recalls, date: date.value, now: Date.now() };
  return ideaOfDay(database, notes, asked, another, note.value?.id);
}

/** Shows another idea; it stays for the day. */
export async function showAnother(): Promise<void> {
  await findIdea(true);
  await readAnswer().catch(console.error);
}

async function readAnswer(): Promise<void> {
  covered.value = true;
  fault.value = false;
  const row = note.value && (await answerOf(database, date.value, note.value.id));
  answer.value = row?.text ?? '';
  answered.value = answer.value !== '';
}

/** Keeps the answer of the day. */
export async function keep(text: string): Promise<void> {
  const asked = note.value;
  if (!asked) return;
  try {
    const row = { date: date.value, note: asked.id, question: asked.ask, text };
    await inTime(keepAnswer(database, row, Date.now()));
    answer.value = text.trim();
    answered.value = answer.value !== '';
    covered.value = true;
    fault.value = false;
  } catch (error) {
    // The words stay in the field: nothing that was written is lost by a full disk.
    console.error('journal:', error);
    fault.value = true;
  }
}

/** Keeps the line of a Friday in the record; it is unfinished until it says who could do what. */
export async function keepFriday(did: string): Promise<boolean> {
  try {
    await inTime(database.record.add(newRecord({ did: did.trim() }, Date.now())));
    return true;
  } catch (error) {
    console.error('record:', error);
    return false;
  }
}

/** Says whether a note was remembered, and goes on to the next. */
export async function recalled(id: string, had: boolean): Promise<void> {
  try {
    await inTime(keepRecall(database, id, had, new Date()));
  } catch (error) {
    console.error('recall:', error);
  }
  due.value = due.value.filter((other) => other !== id);
  dueCount.value = due.value.length;
  if (due.value.length === 0) mode.value = 'idea';
}

/** Reads what the first frame did not wait for. Never fails. */
export async function readRest(): Promise<void> {
  try {
    friday.value = new Date(`${date.value}T12:00`).getDay() === 5 && (await fridayLine.get());
    await inTime(Promise.all([readAnswer(), readDue(), readPast()]));
  } catch (error) {
    console.error('the new tab:', error);
  }
}

async function readDue(): Promise<void> {
  due.value = (await recall.get()) ? await readRecall(database, notes, new Date()) : [];
  dueCount.value = due.value.length;
}

async function readPast(): Promise<void> {
  past.value = await aYearBefore(database, date.value);
  hasPast.value = past.value.length > 0;
}

/** What the first tab of tomorrow will show, as far as is known today; undefined where nothing may be shown. */
async function readAhead(): Promise<Shown | undefined> {
  const noon = new Date(`${date.value}T12:00`);
  noon.setDate(noon.getDate() + 1);
  const [topics, recalls, line] = await Promise.all([chosenTopics.get(), recall.get(), fridayLine.get()]);
  const tomorrow = localDate(noon);
  const asked = { topics, recall: recalls, date: tomorrow, now: noon.getTime() };
  const idea = await ideaAhead(database, notes, asked);
  if (!idea) return undefined;
  const asks = recalls ? await readRecall(database, notes, noon) : [];
  return {
    date: tomorrow,
    note: idea.id,
    answered: false,
    due: asks.length,
    past: (await aYearBefore(database, tomorrow)).length > 0,
    friday: line && noon.getDay() === 5,
  };
}

/** Draws the page of tomorrow aside, while all that is seen stays as it is. @returns nothing where there is none */
export async function drawAhead(draw: () => Drawn | undefined): Promise<Frame | undefined> {
  const ahead = await readAhead();
  const now = shown.value;
  if (!ahead || !now) return undefined;
  return batch(() => {
    const today = date.value;
    const drawn = { mode: mode.value, answer: answer.value };
    date.value = ahead.date;
    mode.value = 'idea';
    answer.value = '';
    take(ahead);
    const page = draw();
    take(now);
    date.value = today;
    mode.value = drawn.mode;
    answer.value = drawn.answer;
    return page ? { ...ahead, page } : undefined;
  });
}

/** Follows the day: a page that stands open over midnight, or travels, shows the new date when it is looked at. */
export function followDay(): void {
  document.addEventListener('visibilitychange', () => {
    const today = localDate(new Date());
    // It closed for an upgrade by a newer page: this one is drawn anew.
    if (!document.hidden && database.hasBeenClosed()) location.reload();
    if (document.hidden || today === date.value) return;
    date.value = today;
    mode.value = 'idea';
    void findIdea().then(readRest);
  });
}
