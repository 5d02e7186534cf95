// Every setting: one entry each. Settings live in storage.local, which page scripts can read in Firefox,
// so nothing private stands here.
import * as v from 'valibot';
import { stored } from '../platform/storage.ts';

const origin = v.pipe(v.string(), v.regex(/^https?:\/\/[^/*]+$/));

/** Origins that the person turned on; what is really on is this and the browser's grant. */
export const sites = stored('sites', v.array(origin), []);
/**
 * Marks in pages; the side panel works without them. Off at first until the report of `npm run eval` meets the
 * design's rate on real text (one silent paragraph in 200, three marks of four right).
 */
export const marks = stored('marks', v.boolean(), false);
/** Underlines of the evidence where the text is page text. */
export const underlines = stored('underlines', v.boolean(), false);
/** Marks on text that somebody else wrote. */
export const marksOnTheirs = stored('marksOnTheirs', v.boolean(), false);
/** Notes of tier `extra` as hints. */
export const extraNotes = stored('extraNotes', v.boolean(), false);
/** Number of open things on the toolbar icon. */
export const badge = stored('badge', v.boolean(), false);
/** Everything hidden until pressed again. */
export const presenting = stored('presenting', v.boolean(), false);
/** Which page a new tab shows. */
export const newTab = stored('newTab', v.picklist(['staffwise', 'browser']), 'staffwise');
/** Topics chosen at the start, for the idea of the day. */
export const chosenTopics = stored('chosenTopics', v.array(v.string()), []);
/** Recall on the new tab. */
export const recall = stored('recall', v.boolean(), false);
/** One optional line for the record on the new tab of a Friday. */
export const fridayLine = stored('fridayLine', v.boolean(), true);
/** Snooze: milliseconds since the epoch until which nothing is marked anywhere, and by origin. */
export const snooze = stored(
  'snooze',
  v.object({ until: v.number(), sites: v.record(v.string(), v.number()) }),
  { until: 0, sites: {} },
);
/** Tabs in which nothing is marked while the browser runs. */
export const snoozedTabs = stored('snoozedTabs', v.array(v.number()), [], 'session');
/** Fields a person excluded, by origin: CSS selectors written by us, never by a page. */
export const excludedFields = stored('excludedFields', v.record(v.string(), v.array(v.string())), {});
