// The first frame of the new tab, before anything else is loaded: the page as it was drawn last today, or the ground.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { localDate } from '../src/notes/date.ts';
import { firstLand, handedBack, keptFrame } from '../src/ui/newtab/cache.ts';
import { build, frameOf } from '../src/ui/newtab/frame.ts';

export default defineUnlistedScript(() => {
  if (handedBack()) return;
  const date = localDate(new Date());
  // The art fades in on the first tab of a day, and is simply there afterward.
  document.body.classList.toggle('land-known', !firstLand(date));
  const frame = frameOf(keptFrame(), date);
  if (frame) document.body.append(build(frame.page));
});
