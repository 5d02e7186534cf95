import '../../src/look/tokens.css';
import '../../src/look/voice.css';
import '../../src/look/ui.css';
import '../../src/ui/newtab/newtab.css';

const start = () => void import('../../src/ui/newtab/start.tsx').then((page) => page.start());
// Where today's page stands already it is painted first; then come the library, the database and the art.
if (document.body.firstElementChild) requestAnimationFrame(() => setTimeout(start));
else start();
