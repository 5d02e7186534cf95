// The first frame of the new tab, before anything else is loaded: the page as it was drawn last today, the one that was
// made ahead for the first tab of a day, or the ground.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { localDate } from '../src/notes/date.ts';
import { longDate } from '../src/ui/dates.ts';
import { firstLand, handedBack, keptAhead, keptFrame } from '../src/ui/newtab/cache.ts';
import { aheadOf, build, frameOf } from '../src/ui/newtab/frame.ts';

export default defineUnlistedScript(() => {
  if (handedBack()) return;
  const date = localDate(new Date());
  // The art fades in on the first tab of a day, and is simply there afterward.
  document.body.classList.toggle('land-known', !firstLand(date));
  const frame = frameOf(keptFrame(), date) ?? aheadOf(keptAhead(), date);
  if (!frame) return;
  document.body.append(build(frame.page));
  const day = document.querySelector('time');
  if (!day) return;
  day.dateTime = date;
  day.textContent = longDate(new Date(`${date}T12:00`));
});
