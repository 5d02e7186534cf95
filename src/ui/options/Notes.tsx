import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type Backup, backupList } from '../../notes/backup.ts';
import { localDate } from '../../notes/date.ts';
import { eraseEverything } from '../../notes/erase.ts';
import { exportAll } from '../../notes/export/json.ts';
import { openMine } from '../../notes/mine.ts';
import { visibleNotes } from '../../notes/own.ts';
import { openOwnPage } from '../../platform/tabs.ts';
import { allSettings } from '../../settings/all.ts';
import { Setting } from '../controls.tsx';
import { clockTime, longDate } from '../dates.ts';
import { download } from '../download.ts';
import { t } from '../words.ts';

const mine = openMine();

async function exportJson(): Promise<void> {
  const everything = await exportAll(mine.database, await allSettings(), new Date());
  download(
    `staffwise-${localDate(new Date())}.json`,
    JSON.stringify(everything, null, 2),
    'application/json',
  );
}

async function exportMarkdown(): Promise<void> {
  const { markdownZip } = await import('../../notes/export/markdown.ts');
  const zip = markdownZip(await visibleNotes(mine.database));
  download(`staffwise-${localDate(new Date())}.zip`, zip as Uint8Array<ArrayBuffer>, 'application/zip');
}

/** Export, import, backups, erasing. */
export function Notes() {
  const backups = useSignal<Omit<Backup, 'text'>[]>([]);
  const count = useSignal(0);
  const said = useSignal('');
  const sure = useSignal(false);
  useEffect(() => {
    backupList(mine.backups).then((all) => (backups.value = all), console.error);
    visibleNotes(mine.database).then((all) => (count.value = all.length), console.error);
  }, []);
  const failed = (error: unknown) => {
    console.error('own notes:', error);
    said.value = t('own.didNotOpen');
  };
  const erase = () => {
    if (!sure.value) {
      sure.value = true;
      return;
    }
    eraseEverything(mine.database, mine.backups).then(() => location.reload(), failed);
  };
  return (
    <section id="notes">
      <h2>{t('own.title')}</h2>
      <p class="lead">{t('own.lead')}</p>
      <p role="status">{said.value}</p>
      <Setting name={t('own.export')} says={t('own.exportSays', count.value)}>
        <button type="button" class="btn" onClick={() => void exportMarkdown().catch(failed)}>
          Markdown
        </button>
        <button type="button" class="btn" onClick={() => void exportJson().catch(failed)}>
          JSON
        </button>
      </Setting>
      <Setting name={t('own.import')} says={t('own.importSays')}>
        <button type="button" class="btn" onClick={() => void openOwnPage('library', 'import')}>
          {t('own.chooseFile')}
        </button>
      </Setting>
      <Setting
        name={t('own.backups')}
        says={backups.value.length === 0 ? t('own.noBackups') : t('own.backupsSay')}
      >
        <span />
      </Setting>
      {backups.value.map((backup) => (
        <div class="set set-inner" key={backup.id}>
          <div>
            {longDate(new Date(backup.at))}, {clockTime(backup.at)}: {t('own.count', backup.notes)}
          </div>
          <button
            type="button"
            class="btn"
            onClick={() => void openOwnPage('library', `import=${backup.id}`)}
          >
            {t('own.restore')}
          </button>
        </div>
      ))}
      <Setting name={t('own.eraseAll')} says={t('own.eraseAllSays')}>
        <button type="button" class="btn" onClick={erase}>
          {sure.value ? t('own.eraseAllSure') : t('own.eraseAllNow')}
        </button>
      </Setting>
    </section>
  );
}
