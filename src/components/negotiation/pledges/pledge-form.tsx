'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import type { NegotiationFile, RuleNode } from '@/negotiation/file/model';
import { validateRule } from '@/negotiation/file/validate-rule';
import { ruleFrameOf } from '@/negotiation/rules/rule-frame';
import { Check } from '../ballot/check';
import { RuleEditor } from '../rule-builder/rule-editor';
import { Fault } from '../session/fault';
import { useChange } from '../session/use-change';
import { useClient } from '../use-client';

/** A pledge for a profile, with a condition on the coalition of ratifiers or without. */
export function PledgeForm({
  negotiation,
  stakeholder,
  frame: { profiles, stakeholders, dimensions = [] },
}: {
  readonly negotiation: string;
  readonly stakeholder: string;
  readonly frame: Pick<NegotiationFile, 'profiles' | 'stakeholders' | 'dimensions'>;
}) {
  const t = useTranslations('pledges');
  const client = useClient();
  const [profile, setProfile] = useState(profiles.find((each) => each.default !== true)?.id ?? '');
  const [condition, setCondition] = useState<RuleNode | null>(null);
  const judged =
    condition === null ? null : validateRule(condition, ruleFrameOf({ stakeholders, dimensions }));
  const change = useChange(
    `${negotiation}/pledge/${stakeholder}`,
    (input: { profile: string; condition: RuleNode | null }, idempotencyKey) =>
      client.pledge.make.mutate({ negotiation, stakeholder, ...input, idempotencyKey }),
  );
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        void change.run({ profile, condition: judged?.ok === true ? judged.rule : null });
      }}
    >
      <Field label={t('profile')}>
        {(id) => (
          <select
            id={id}
            className="field max-w-96"
            value={profile}
            onChange={(event) => setProfile(event.currentTarget.value)}
          >
            {profiles.map((each) => (
              <option key={each.id} value={each.id}>
                {each.title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Check
        checked={condition !== null}
        onChange={(to) => setCondition(to ? { members: { moreThan: '1/2' } } : null)}
      >
        {t('conditional')}
      </Check>
      {condition === null ? null : (
        <RuleEditor
          label={t('condition')}
          value={condition}
          onChange={setCondition}
          subjects={{ dimensions, stakeholders }}
          faults={judged?.ok === false ? judged.faults : []}
        />
      )}
      <p className="text-note text-muted">{t('replace')}</p>
      <Button type="submit" look="primary" disabled={change.pending || judged?.ok === false}>
        {t('make')}
      </Button>
      <Fault sentence={change.fault} />
    </form>
  );
}
