import { hosts } from '../../hosts/index.ts';
import { Waymark } from '../../look/Waymark.tsx';
import { t, wordsOf } from '../words.ts';

/** Pages that cannot be read, said beforehand. */
const BARRED = ['slides', 'sheets', 'figma'] as const;

/** What Staffwise can read on each site it knows, and how that was tested. */
export function Hosts() {
  return (
    <section id="hosts">
      <h2>{t('options.hosts')}</h2>
      <p class="lead">{t('options.hostsLead')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('options.hostSite')}</th>
            <th scope="col">{t('options.hostReads')}</th>
          </tr>
        </thead>
        <tbody>
          {hosts.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">{id === 'unknown' || id === 'generic' ? t('hosts.other') : name}</th>
              <td>{wordsOf('hosts', id)}</td>
            </tr>
          ))}
          {BARRED.map((name) => (
            <tr key={name}>
              <th scope="row">{t(`hosts.${name}`)}</th>
              <td>
                <Waymark shape="barred" quiet /> {t('hosts.barred')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
