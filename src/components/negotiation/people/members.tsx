import { useFormatter, useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import type { Member } from '@/negotiation/roles';
import type { Deputy } from '@/negotiation/state';
import { RemoveMember } from './remove-member';

export type NamedMember = Member & { readonly name: string | null };
export type NamedDeputy = Deputy & { readonly name: string | null };

interface Group {
  readonly key: string;
  readonly title: string;
  readonly stakeholder: string | null;
  readonly seats: readonly NamedMember[];
  readonly deputies: readonly NamedDeputy[];
}

/** Who sits at the table, by role, and the delegates by whom they speak for. */
export function Members({
  negotiation,
  members,
  deputies,
  stakeholders,
  mayRemove,
  mayEnter,
}: {
  readonly negotiation: string;
  readonly members: readonly NamedMember[];
  readonly deputies: readonly NamedDeputy[];
  readonly stakeholders: readonly { readonly id: string; readonly name: string }[];
  readonly mayRemove: boolean;
  /** A round is open, and the reader may enter ballots that arrived on paper. */
  readonly mayEnter: boolean;
}) {
  const t = useTranslations('people');
  const byRole = (role: Member['role']) => members.filter((member) => member.role === role);
  const plain = (role: 'facilitator' | 'auditor' | 'observer'): Group => ({
    key: role,
    title: t(`members.${role}`),
    stakeholder: null,
    seats: byRole(role),
    deputies: [],
  });
  const delegates = stakeholders.map(
    ({ id, name }): Group => ({
      key: `delegate ${id}`,
      title: name,
      stakeholder: id,
      seats: byRole('delegate').filter(({ stakeholder }) => stakeholder === id),
      deputies: deputies.filter(({ stakeholder }) => stakeholder === id),
    }),
  );
  const groups = [plain('facilitator'), ...delegates, plain('auditor'), plain('observer')];
  return (
    <dl className="divide-y divide-line border-y border-line">
      {groups
        .filter(({ stakeholder, seats }) => stakeholder !== null || seats.length > 0)
        .map(({ key, title, stakeholder, seats, deputies: standIns }) => (
          <div key={key} className="gap-x-6 py-3 sm:grid sm:grid-cols-[14rem_minmax(0,1fr)]">
            <dt className="font-medium sm:pt-2">{title}</dt>
            <dd className="space-y-1">
              {seats.length === 0 ? <p className="text-muted sm:pt-2">{t('members.nobody')}</p> : null}
              {seats.map((seat) => (
                <div key={seat.pseudonym} className="flex min-h-11 items-center justify-between gap-x-4">
                  <span className="min-w-0 [overflow-wrap:anywhere]">
                    {seat.name ?? t('gone', { pseudonym: seat.pseudonym })}
                  </span>
                  {mayRemove ? (
                    <span className="shrink-0">
                      <RemoveMember
                        negotiation={negotiation}
                        member={seat}
                        name={seat.name ?? seat.pseudonym}
                        stakeholder={stakeholder === null ? null : title}
                        isLast={seats.length === 1}
                      />
                    </span>
                  ) : null}
                </div>
              ))}
              {standIns.map((deputy) => (
                <DeputyLine key={deputy.pseudonym} deputy={deputy} />
              ))}
              {mayEnter && stakeholder !== null ? (
                <ButtonLink
                  href={`/n/${negotiation}/ballot?for=${encodeURIComponent(stakeholder)}`}
                  aria-label={t('enterPaperFor', { stakeholder: title })}
                >
                  {t('enterPaper')}
                </ButtonLink>
              ) : null}
            </dd>
          </div>
        ))}
    </dl>
  );
}

function DeputyLine({ deputy: { name, pseudonym, from, until } }: { readonly deputy: NamedDeputy }) {
  const t = useTranslations('people');
  const format = useFormatter();
  const at = (instant: string) =>
    format.dateTime(new Date(instant), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <p className="text-note text-muted">
      {t('members.deputy', {
        name: name ?? t('gone', { pseudonym }),
        from: at(from),
        until: at(until),
      })}
    </p>
  );
}
