import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { NegotiationFile } from '@/negotiation/file/model';
import { type FrameChange, own } from '@/negotiation/state';
import { dimensionShort, profileTitle, stakeholderName } from '../labels';
import { RuleWords } from '../rule-words';

type Frame = Pick<NegotiationFile, 'stakeholders' | 'dimensions' | 'rule' | 'profiles'>;

interface Line {
  readonly what: string;
  /** `null`: nothing stood there. */
  readonly old: ReactNode;
  readonly now: ReactNode;
}

/** Exactly what a change of the frame would change: what it is, and old beside new, line by line. */
export function ChangeWords({
  change,
  frame,
  standing,
}: {
  readonly change: FrameChange;
  readonly frame: Frame;
  /** Whether the frame is the one that it was asked about; of another the old values are not told. */
  readonly standing: boolean;
}) {
  const t = useTranslations('session.change');
  const { title, lines } = useWords(change, frame);
  return (
    <div>
      <p className="font-medium">{title}</p>
      {lines.length === 0 ? null : (
        <dl className="mt-1 text-note">
          {lines.map(({ what, old, now }) => (
            <div key={what} className="flex flex-wrap gap-x-2">
              <dt className="text-muted">{what}:</dt>
              <dd>
                {standing && old !== null ? (
                  <>
                    <span className="sr-only">{t('old')} </span>
                    <span>{old}</span> <span aria-hidden="true">→</span>{' '}
                    <span className="sr-only">{t('new')} </span>
                  </>
                ) : null}
                <span className="font-medium">{now}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function useWords(
  change: FrameChange,
  frame: Frame,
): { readonly title: string; readonly lines: readonly Line[] } {
  const t = useTranslations('session.change');
  const c = useTranslations('common');
  const format = useFormatter();
  const kind = (of: NegotiationFile['stakeholders'][number]['kind']) => c(`kind.${of}`);
  switch (change.type) {
    case 'dimension.added': {
      const { dimension, weights } = change.data;
      const lines = frame.stakeholders.map(({ id, name }) => ({
        what: name,
        old: null,
        now: format.number(own(weights, id) ?? 0),
      }));
      return { title: t('dimensionAdded', { dimension: dimension.label }), lines };
    }
    case 'dimension.changed': {
      const { id, label } = change.data.dimension;
      const old = frame.dimensions?.find((dimension) => dimension.id === id)?.label ?? id;
      return { title: t('dimensionChanged'), lines: [{ what: t('label'), old, now: label }] };
    }
    case 'dimension.removed':
      return {
        title: t('dimensionRemoved', { dimension: dimensionShort(change.data.id, frame) }),
        lines: [],
      };
    case 'stakeholder.added': {
      const { name, kind: of, weights = {} } = change.data.stakeholder;
      const lines = (frame.dimensions ?? []).map(({ id }) => ({
        what: dimensionShort(id, frame),
        old: null,
        now: format.number(own(weights, id) ?? 0),
      }));
      return { title: t('stakeholderAdded', { name, kind: kind(of) }), lines };
    }
    case 'stakeholder.changed': {
      const next = change.data.stakeholder;
      const before = frame.stakeholders.find(({ id }) => id === next.id);
      const lines: Line[] = [
        { what: t('name'), old: before?.name ?? '', now: next.name },
        { what: t('kind'), old: before === undefined ? '' : kind(before.kind), now: kind(next.kind) },
        ...(frame.dimensions ?? []).map(({ id }) => ({
          what: dimensionShort(id, frame),
          old: format.number(own(before?.weights ?? {}, id) ?? 0),
          now: format.number(own(next.weights ?? {}, id) ?? 0),
        })),
      ];
      const title = t('stakeholderChanged', { name: before?.name ?? next.name });
      return { title, lines: before === undefined ? lines : lines.filter(({ old, now }) => old !== now) };
    }
    case 'stakeholder.removed':
      return { title: t('stakeholderRemoved', { name: stakeholderName(change.data.id, frame) }), lines: [] };
    case 'rule.set':
      return {
        title: t('ruleSet'),
        lines: [
          {
            what: t('rule'),
            old: <RuleWords rule={frame.rule} frame={frame} />,
            now: <RuleWords rule={change.data.rule} frame={frame} />,
          },
        ],
      };
    case 'profile.admitted': {
      const old = frame.profiles.find((profile) => profile.default === true)?.title ?? null;
      const now = profileTitle(change.data.profile, frame);
      return { title: t('defaultChanged'), lines: [{ what: t('default'), old, now }] };
    }
  }
}
