// From the review of a page's document to what the panel shows of it.
import type { CheckFinding } from '../engine/documents/checks.ts';
import type { Block, By, Kind } from '../engine/types.ts';
import type { GuidanceIndex } from '../library/guidance.ts';
import { type CheckState, partId, type SectionState, type TabState } from '../platform/messages.ts';
import { quoteOf, sourceLine, sourceLink } from './guidance.ts';
import type { Page } from './page.ts';
import type { Surface } from './surface.ts';

type ReviewState = Pick<
  TabState,
  | 'surface'
  | 'caret'
  | 'document'
  | 'kind'
  | 'confidence'
  | 'corrected'
  | 'by'
  | 'partial'
  | 'sections'
  | 'checks'
>;

/** The surface that is the page's document: where the caret was last, else the longest. */
export function documentOf(page: Page): Surface | undefined {
  const surfaces = [...page.surfaces.values()];
  const length = (surface: Surface) => surface.ordered().reduce((sum, { text }) => sum + text.length, 0);
  return surfaces.sort((a, b) => b.turn - a.turn || length(b) - length(a))[0];
}

/** What the panel shows of the document of a page. */
export function reviewState(page: Page | undefined, library: GuidanceIndex): ReviewState {
  const surface = page && documentOf(page);
  const nothing = {
    document: page?.info.documentId ?? '',
    kind: page?.info.kind ?? ('unknown' as Kind),
    confidence: 0,
    corrected: page?.corrected !== undefined,
    by: 'me' as By,
    partial: false,
    sections: [],
    checks: [],
  };
  const review = surface?.review.review;
  if (!page || !surface || !review) return nothing;
  const described = library.guidance.documents.find(({ id }) => id === review.kind);
  const blocks = surface.ordered();
  const missing = new Set(review.missing);
  const sections = review.sections.flatMap((found, i): SectionState[] => {
    const { name, why, skeleton } = described!.sections[i]!;
    if (!found.present && (!missing.has(found.id) || page.dismissed.has(partId.section(found.id)))) return [];
    return [
      {
        id: found.id,
        name,
        why,
        skeleton,
        present: found.present,
        at: found.at,
        words: found.words,
        surface: surface.id,
        ...(found.block !== null && { block: found.block }),
      },
    ];
  });
  const checks = review.findings.flatMap((finding): CheckState[] => {
    const check = library.guidance.checks.find(({ id }) => id === finding.check);
    const block = blocks[finding.at];
    if (!check || !block || page.dismissed.has(partId.check(finding.check))) return [];
    const { id, name, looked, line, comment, do: step, sure } = check;
    const source = check.source[0]!;
    const link = sourceLink(source);
    return [
      {
        ...{
          id,
          name,
          looked,
          line,
          comment,
          do: step,
          sure,
          source: sourceLine(source),
          ...(link && { link }),
        },
        surface: surface.id,
        block: block.id,
        at: finding.at,
        heading: headingAt(blocks, finding.at),
        quote: quoteOf(block.text, ...placeOf(block, finding)),
      },
    ];
  });
  return {
    ...nothing,
    surface: surface.id,
    ...(surface.caret !== undefined && { caret: surface.caret }),
    kind: surface.kindOf(page.info),
    confidence: review.confidence,
    by: surface.by,
    partial: surface.partial,
    sections,
    checks,
  };
}

/** Longer blocks are shown by the words alone that a check stopped at. */
const SHORT_BLOCK = 120;

function placeOf({ text }: Block, { start, end }: CheckFinding): [start: number, end: number] {
  return text.length <= SHORT_BLOCK ? [0, text.length] : [start, end];
}

function headingAt(blocks: readonly Block[], at: number): string {
  for (let i = at; i >= 0; i--) if (blocks[i]!.type === 'heading') return blocks[i]!.text;
  return '';
}

/** The text of a page's document as Markdown: headings, items and paragraphs. */
export function documentText(page: Page | undefined): string {
  const surface = page && documentOf(page);
  const lines = (surface?.ordered() ?? []).map(({ type, text, level }) => {
    if (type === 'heading') return `${'#'.repeat(level ?? 2)} ${text}`;
    return type === 'item' ? `- ${text}` : text;
  });
  return lines.join('\n\n');
}
