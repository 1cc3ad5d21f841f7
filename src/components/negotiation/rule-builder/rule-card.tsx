import { useFormatter, useTranslations } from 'next-intl';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { InOrder } from '@/components/ui/in-order';
import type { Fault, RuleNode } from '@/negotiation/file/model';
import type { Segment } from '@/negotiation/file/show';
import { faultsAt, placeOf } from './fault-place';
import { IncludesFields } from './includes-fields';
import { MembersFields } from './members-fields';
import { QuotaFields } from './quota-fields';
import { thresholdOf } from './threshold';
import { kindOf, NODE_KINDS, type NodePath, nodesOf, type RuleSubjects } from './tree';

/** What a card may ask of the tree that it stands in. */
export interface CardActions {
  readonly change: (path: NodePath, node: RuleNode) => void;
  readonly turn: (path: NodePath, kind: (typeof NODE_KINDS)[number]) => void;
  readonly add: (path: NodePath) => void;
  readonly remove: (path: NodePath) => void;
}

interface CardProps {
  readonly node: RuleNode;
  readonly path: NodePath;
  readonly segments: readonly Segment[];
  readonly subjects: RuleSubjects;
  readonly faults: readonly Fault[];
  readonly actions: CardActions;
}

/** One node of the rule as a card: what kind of condition it is, its fields, and inside a group the cards of its nodes. */
export function RuleCard(props: CardProps) {
  const { node, path, segments, faults, subjects, actions } = props;
  const t = useTranslations('ruleBuilder');
  const place = placeOf(segments);
  const number = path.map((index) => index + 1).join('.');
  const own = faultsAt(faults, node, segments);
  const hint = useId();
  const nodes = nodesOf(node);
  const kind = kindOf(node);
  return (
    <fieldset className="min-w-0 border-l-2 border-strong pl-3 sm:pl-4">
      <legend className="sr-only">{t('card', { place: number === '' ? 'root' : number })}</legend>
      <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
        <Choice
          className="min-w-0 grow sm:max-w-96"
          label={t('kind')}
          value={kind}
          place={place}
          options={NODE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          onChoose={(next) => actions.turn(path, next)}
        />
        {path.length === 0 ? null : (
          <Button onClick={() => actions.remove(path)}>
            {t('remove')}
            <span className="sr-only">{t('removed', { place: number })}</span>
          </Button>
        )}
      </div>
      <div className="mt-3">
        <LeafFields {...props} invalid={own.length > 0} describedBy={own.length > 0 ? hint : undefined} />
        {own.length > 0 ? (
          <ul id={hint} className="mt-2 text-note text-out-of-reach">
            {own.map((fault) => (
              <li key={`${fault.path} ${fault.message}`}>{fault.message}</li>
            ))}
          </ul>
        ) : nodes === null ? (
          <Threshold node={node} subjects={subjects} />
        ) : null}
        {nodes === null ? null : (
          <>
            <ol className="space-y-5">
              <InOrder of={nodes}>
                {(inner, index) => (
                  // Cards hold nothing of their own but what is being typed: their place is who they are.
                  <li>
                    <RuleCard
                      {...props}
                      node={inner}
                      path={[...path, index]}
                      segments={[...segments, kind, index]}
                    />
                  </li>
                )}
              </InOrder>
            </ol>
            <Button className="mt-4" data-place={`${place} add`} onClick={() => actions.add(path)}>
              {t('add')}
            </Button>
          </>
        )}
      </div>
    </fieldset>
  );
}

function LeafFields({
  node,
  path,
  subjects,
  actions,
  invalid,
  describedBy,
}: CardProps & { readonly invalid: boolean; readonly describedBy: string | undefined }) {
  const rest = { onChange: (next: RuleNode) => actions.change(path, next), subjects, invalid, describedBy };
  if ('quota' in node) return <QuotaFields node={node} {...rest} />;
  if ('members' in node) return <MembersFields node={node} {...rest} />;
  return 'includes' in node ? <IncludesFields node={node} {...rest} /> : null;
}

/** What a share comes to, in whole units. */
function Threshold({ node, subjects }: Pick<CardProps, 'node' | 'subjects'>) {
  const t = useTranslations('ruleBuilder');
  const format = useFormatter();
  const threshold = thresholdOf(node, subjects);
  if (threshold === null) return null;
  const values = { least: format.number(threshold.least), of: format.number(threshold.of) };
  return (
    <p className="mt-2 text-note text-muted tabular-nums">
      {t('quota' in node ? 'threshold.units' : 'threshold.members', values)}
    </p>
  );
}
