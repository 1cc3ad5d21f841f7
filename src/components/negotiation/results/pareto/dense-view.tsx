'use client';

import clsx from 'clsx';
import { useFormatter, useTranslations } from 'next-intl';
import type { Diagram, Pictured } from './diagram';
import { Layers } from './layers';
import { ProfileMark } from './profile-mark';

/** More names are counted. */
const MOST_NAMES = 8;

/** The layers of many profiles as marks, all in view, and beside them what the arrows of the chosen one say. */
export function DenseView({
  diagram,
  profiles,
  chosen,
  words,
  onChoose,
}: {
  readonly diagram: Diagram;
  readonly profiles: readonly Pictured[];
  readonly chosen: string;
  /** What a profile's arrows say, for who does not see them. */
  readonly words: (x: number) => string;
  readonly onChoose: (profile: string) => void;
}) {
  const t = useTranslations('pictures.pareto');
  const { layout } = diagram;
  const at = layout.boxes.findIndex(({ members }) => members.some((x) => profiles[x]?.id === chosen));
  const mark = (x: number) => {
    const profile = profiles[x];
    return profile === undefined ? null : (
      <ProfileMark
        profile={profile}
        label={words(x)}
        chosen={profile.id === chosen}
        onChoose={() => onChoose(profile.id)}
      />
    );
  };
  return (
    <div className="grid gap-x-10 gap-y-4 sm:grid-cols-[20rem_minmax(0,1fr)]">
      <div>
        {layout.boxes.length === 0 ? null : (
          <div className="relative" style={{ width: layout.width, height: layout.height }}>
            <Layers
              diagram={diagram}
              faded={({ from, to }) => from !== at && to !== at}
              box={(members) =>
                members.length === 1 ? (
                  mark(members[0] ?? -1)
                ) : (
                  <ul
                    aria-label={t('cycle')}
                    title={t('cycle')}
                    className="flex size-full flex-wrap rounded-mark border-4 border-double border-strong bg-surface p-0.5"
                  >
                    {members.map((member) => (
                      <li key={member}>{mark(member)}</li>
                    ))}
                  </ul>
                )
              }
            />
          </div>
        )}
        {layout.apart.length === 0 ? null : (
          <div className={clsx(layout.boxes.length > 0 && 'mt-4')} style={{ maxWidth: layout.width }}>
            <p className="mb-2 text-note text-muted">
              {t('apart', { count: layout.apart.length, some: layout.boxes.length === 0 ? 'no' : 'yes' })}
            </p>
            <ul className="flex flex-wrap gap-1">
              {layout.apart.map((x) => (
                <li key={x}>{mark(x)}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <ChosenWords diagram={layout} at={at} profiles={profiles} chosen={chosen} />
    </div>
  );
}

/** The chosen profile by its name, and where its arrows come from and lead to. */
function ChosenWords({
  diagram,
  at,
  profiles,
  chosen,
}: {
  readonly diagram: Diagram['layout'];
  /** Its box; −1 where it stands apart. */
  readonly at: number;
  readonly profiles: readonly Pictured[];
  readonly chosen: string;
}) {
  const t = useTranslations('pictures.pareto');
  const format = useFormatter();
  const profile = profiles.find(({ id }) => id === chosen);
  if (profile === undefined) return null;
  const members = (box: number) => diagram.boxes[box]?.members ?? [];
  const above = diagram.arrows.flatMap(({ from, to }) => (to === at ? members(from) : []));
  const below = diagram.arrows.flatMap(({ from, to }) => (from === at ? members(to) : []));
  const names = (of: readonly number[]) => {
    const titles = of.map((x) => `“${profiles[x]?.title ?? ''}”`);
    const more = titles.length - MOST_NAMES;
    return format.list(more > 1 ? [...titles.slice(0, MOST_NAMES), t('others', { count: more })] : titles);
  };
  const round = members(at).filter((x) => profiles[x]?.id !== chosen);
  return (
    <div className="text-note">
      <p className="text-base font-semibold">
        {profile.sign} {profile.title}
      </p>
      <p className="text-muted">
        {profile.isDefault
          ? t('default')
          : !profile.adoptable
            ? t('state')
            : profile.efficient.length === 0
              ? t('inefficient')
              : t('efficient', {
                  stances: profile.efficient.map((stance) => t(`initial.${stance}`)).join(' · '),
                })}
      </p>
      {round.length === 0 ? null : <p className="mt-2">{t('round', { names: names(round) })}</p>}
      <p className="mt-2">{t('above', { count: above.length, names: names(above) })}</p>
      <p className="mt-2">{t('below', { count: below.length, names: names(below) })}</p>
    </div>
  );
}
