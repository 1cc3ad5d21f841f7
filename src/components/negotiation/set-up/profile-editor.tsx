import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { OnceOpened } from '@/components/ui/once-opened';
import { SettledField } from '@/components/ui/settled-field';
import type { FileProfile, NegotiationFile, RuleNode } from '@/negotiation/file/model';
import { Check } from '../ballot/check';
import { needsFaults } from '../profiles/needs-field';
import { RuleEditor } from '../rule-builder/rule-editor';
import { changedProfile, type ProfileParts } from './changed-profile';
import { SettledArea } from './settled-area';
import { usePendingEdits } from './use-pending-edits';

/** The fields of up to so many stakeholders are in the page from the start; those of more once they are asked for. */
const AT_ONCE = 50;

/** One profile: its words, what it relies on and needs, and each stakeholder's strategy; each kept as it is left. */
export function ProfileEditor({
  profile,
  frame,
  fixed,
  onChange,
  onDefault,
  onRemove,
}: {
  readonly profile: FileProfile;
  readonly frame: NegotiationFile;
  /** A round has opened with it. */
  readonly fixed: boolean;
  readonly onChange: (profile: FileProfile) => void;
  readonly onDefault: () => void;
  readonly onRemove: () => void;
}) {
  const t = useTranslations('setUp.profiles');
  const { title, relies = [], strategies = {} } = profile;
  const isDefault = profile.default === true;
  const said = Object.keys(strategies).length;
  const isFew = frame.stakeholders.length <= AT_ONCE;
  const edit = usePendingEdits(profile);
  const change = (parts: Partial<ProfileParts>) => onChange(edit((newest) => changedProfile(newest, parts)));
  return (
    <fieldset disabled={fixed} className="min-w-0 space-y-3 border-l-2 border-strong pl-3 sm:pl-4">
      <legend className="float-left mb-3 w-full font-sans text-base font-semibold">
        {title} {isDefault ? <span className="font-normal text-muted">– {t('isDefault')}</span> : null}
      </legend>
      {fixed ? <p className="clear-both text-note text-muted">{t('fixed')}</p> : null}
      <div className="clear-both grid gap-3">
        <SettledField
          label={t('title')}
          value={title}
          settle={(text) => text.trim() || title}
          onSettled={(next) => change({ title: next })}
        />
        <SettledArea
          label={t('summary')}
          value={profile.summary ?? ''}
          rows={3}
          onSettled={(summary) => change({ summary: summary.trim() })}
        />
      </div>
      <OnceOpened
        atOnce={isFew}
        open={isFew && said > 0}
        summary={t('strategies', { said, of: frame.stakeholders.length })}
      >
        <p className="prose-column mb-2 text-note text-muted">{t('strategiesSay')}</p>
        <div className="grid gap-3 sm:grid-cols-2">
          {frame.stakeholders.map((stakeholder) => (
            <SettledField
              key={stakeholder.id}
              label={stakeholder.name}
              value={strategies[stakeholder.id] ?? ''}
              settle={(text) => text.trim()}
              onSettled={(strategy) =>
                onChange(
                  edit((newest) =>
                    changedProfile(newest, {
                      strategies: { ...newest.strategies, [stakeholder.id]: strategy },
                    }),
                  ),
                )
              }
            />
          ))}
        </div>
      </OnceOpened>
      {isDefault ? null : (
        <>
          {(frame.guarantees ?? []).length === 0 ? null : (
            <fieldset className="min-w-0">
              <legend className="text-note font-medium">{t('relies')}</legend>
              {frame.guarantees?.map((guarantee) => (
                <Check
                  key={guarantee.id}
                  checked={relies.includes(guarantee.id)}
                  onChange={(to) =>
                    change({
                      relies: to
                        ? [...relies, guarantee.id]
                        : relies.filter((other) => other !== guarantee.id),
                    })
                  }
                >
                  {guarantee.title}
                </Check>
              ))}
            </fieldset>
          )}
          <Needs profile={profile} frame={frame} onChange={(needs) => change({ needs })} />
          <Check checked={profile.adoptable === false} onChange={(to) => change({ adoptable: !to })}>
            {t('state')}
          </Check>
          <div className="flex flex-wrap gap-3">
            <Button aria-label={t('makeDefaultNamed', { name: title })} onClick={onDefault}>
              {t('makeDefault')}
            </Button>
            <Button aria-label={t('removeNamed', { name: title })} onClick={onRemove}>
              {t('remove')}
            </Button>
          </div>
        </>
      )}
    </fieldset>
  );
}

/** Whom the profile needs beyond the rule: kept once the tree has no faults. */
function Needs({
  profile,
  frame,
  onChange,
}: {
  readonly profile: FileProfile;
  readonly frame: NegotiationFile;
  readonly onChange: (needs: RuleNode | null) => void;
}) {
  const t = useTranslations('setUp.profiles');
  const [draft, setDraft] = useState(profile.needs ?? null);
  const [first] = frame.stakeholders;
  const take = (needs: RuleNode | null) => {
    setDraft(needs);
    if (needsFaults(needs, frame).length === 0) onChange(needs);
  };
  return (
    <div>
      <Check
        checked={draft !== null}
        onChange={(to) => take(to && first !== undefined ? { includes: [first.id] } : null)}
      >
        {t('needs')}
      </Check>
      {draft === null ? null : (
        <RuleEditor
          label={t('needsOf', { name: profile.title })}
          value={draft}
          onChange={take}
          subjects={{ dimensions: frame.dimensions ?? [], stakeholders: frame.stakeholders }}
          faults={needsFaults(draft, frame)}
        />
      )}
    </div>
  );
}
