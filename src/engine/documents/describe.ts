// What content/ says of kinds of documents, as far as the engine reads it.
import type { BlockType, Kind } from '../types.ts';

/** content/documents/<kind>.md. */
export interface KindDescription {
  id: Kind;
  name: string;
  titles: readonly string[];
  headings: readonly string[];
  phrases: readonly string[];
  against: readonly string[];
  sections: readonly SectionDescription[];
}

/** content/families/<id>.md: kinds that look alike from outside, and are told apart by their texture. */
export interface FamilyDescription {
  id: string;
  members: readonly {
    kind: Kind;
    /** In the title they settle it. */
    titles: readonly string[];
    /** Plain words that a text of this kind is full of, and one of the others is not. */
    texture: readonly string[];
    /** Code in the text speaks for it, as its texture does. */
    code: boolean;
  }[];
}

/** All of it. */
export interface Descriptions {
  documents: readonly KindDescription[];
  families: readonly FamilyDescription[];
  checks: readonly CheckDescription[];
}

export interface SectionDescription {
  id: string;
  name: string;
  expected: boolean;
  headings: readonly string[];
  phrases: readonly string[];
  empty: readonly string[];
  why: string;
  skeleton: string;
}

/** content/checks/<id>.md. */
export interface CheckDescription {
  id: string;
  kinds: readonly Kind[];
  /**
   * `each`: a block in which one of `phrases` stands (any block, where there are none) and none of `unless`.
   * `late`: one of `phrases` stands below the fold and none above it.
   * `acronyms`: an acronym is used and nowhere spelled out.
   * `owned`: an action has no owner or no day.
   */
  look: 'each' | 'late' | 'acronyms' | 'owned';
  /** Looks only under these sections; everywhere where there are none. */
  sections: readonly string[];
  blocks: readonly BlockType[];
  phrases: readonly string[];
  unless: readonly string[];
  /** `unless` counts in the block alone, in its neighbors too, or in the whole document. */
  near: 'block' | 'neighbors' | 'document';
  /** Longer blocks are left alone. */
  most: number;
}
