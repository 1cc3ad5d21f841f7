import type { Fault, NegotiationFile } from '@/negotiation/file/model';
import { readNegotiationFile } from '@/negotiation/file/read';
import { type TemplateId, templateFile } from '@/negotiation/templates/templates';

/** What a new negotiation starts from. A copy is fetched, everything else is at hand. */
export const SOURCE_KINDS = ['blank', 'template', 'file', 'copy'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export interface Source {
  readonly kind: SourceKind;
  readonly template: TemplateId;
  /** A negotiation file as it was pasted or uploaded. */
  readonly text: string;
  /** The id or the address of the negotiation to copy. */
  readonly copyOf: string;
}

export type Start =
  | { readonly kind: 'blank' }
  | { readonly kind: 'file'; readonly file: NegotiationFile }
  | { readonly kind: 'copy'; readonly of: string }
  | { readonly kind: 'faults'; readonly faults: readonly Fault[] }
  /** Something is still to be chosen. */
  | { readonly kind: 'none' };

/** What the form comes to. A file is judged as `parley validate` judges it (negotiation-file.md). */
export function startFrom({ kind, template, text, copyOf }: Source): Start {
  switch (kind) {
    case 'blank':
      return { kind: 'blank' };
    case 'template':
      return { kind: 'file', file: templateFile(template) };
    case 'file': {
      if (text.trim() === '') return { kind: 'none' };
      const read = readNegotiationFile(new TextEncoder().encode(text));
      return read.ok ? { kind: 'file', file: read.file } : { kind: 'faults', faults: read.faults };
    }
    case 'copy': {
      const of = idIn(copyOf);
      return of === null ? { kind: 'none' } : { kind: 'copy', of };
    }
  }
}

/** The negotiation that an address or an id names. */
export function idIn(text: string): string | null {
  const id = /(?:^|\/n\/)([a-z0-9][a-z0-9._-]{0,63})(?:$|[/?#])/.exec(text.trim())?.[1];
  return id ?? null;
}
