import { getTranslations } from 'next-intl/server';
import { stakeholderName } from '@/components/negotiation/labels';
import { HandOver } from '@/components/negotiation/people/hand-over';
import { PastBallots } from '@/components/negotiation/people/past-ballots';
import { Section } from '@/components/ui/section';
import { readMembers, readNegotiation, readPastBallots } from '../../../data';

/** What a stakeholder's delegates did and may do: its ballots, and who stands in for them. */
export async function OwnStakeholder({
  negotiation,
  stakeholder: id,
  now,
}: {
  readonly negotiation: string;
  readonly stakeholder: string;
  readonly now: number;
}) {
  const [{ frame, phase }, list, past, t] = await Promise.all([
    readNegotiation(negotiation),
    readMembers(negotiation),
    readPastBallots(negotiation, id),
    getTranslations('people'),
  ]);
  const stakeholder = stakeholderName(id, frame);
  const members = list?.members ?? [];
  const seated = new Set(
    members.filter((member) => member.stakeholder === id).map(({ pseudonym }) => pseudonym),
  );
  const others = new Map(
    members.flatMap(({ pseudonym, name }) =>
      name === null || seated.has(pseudonym) ? [] : [[pseudonym, { pseudonym, name }] as const],
    ),
  );
  const mayHandOver = list !== null && list.me !== null && seated.has(list.me) && phase !== 'archived';
  return (
    <>
      <Section
        id={`ballots-${id}`}
        title={t('past.title', { stakeholder })}
        note={<p>{t('past.note', { stakeholder })}</p>}
      >
        <PastBallots
          past={past}
          stakeholder={stakeholder}
          frame={{
            profiles: frame.profiles,
            ...(frame.guarantees && { guarantees: frame.guarantees }),
            ...(frame.criteria && { criteria: frame.criteria }),
          }}
        />
      </Section>
      {mayHandOver ? (
        <Section
          id={`deputy-${id}`}
          title={t('deputy.title', { stakeholder })}
          note={<p>{t('deputy.note')}</p>}
        >
          <HandOver
            negotiation={negotiation}
            stakeholder={id}
            people={[...others.values()]}
            deputies={list.deputies.filter((deputy) => deputy.stakeholder === id)}
            now={now}
          />
        </Section>
      ) : null}
    </>
  );
}
