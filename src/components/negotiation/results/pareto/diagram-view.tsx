'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { ScrollRegion } from '@/components/ui/scroll-region';
import { DenseView } from './dense-view';
import type { Diagram, Pictured } from './diagram';
import { Layers } from './layers';
import { ProfileBox } from './profile-box';

/** The layered drawing: boxes over arrows, and beneath it those that neither dominate nor are dominated. */
export function DiagramView({
  diagram,
  profiles,
  chosen,
  label,
  onChoose,
}: {
  readonly diagram: Diagram;
  readonly profiles: readonly Pictured[];
  /** The profile that is looked at. */
  readonly chosen: string;
  readonly label: string;
  readonly onChoose: (profile: string) => void;
}) {
  const t = useTranslations('pictures.pareto');
  const format = useFormatter();
  const { layout, dominatedBy } = diagram;
  const titleOf = (x: number) => profiles[x]?.title ?? '';
  const words = (x: number) => {
    const above = dominatedBy[x] ?? [];
    const below = profiles.flatMap((_, each) => (dominatedBy[each]?.includes(x) ? [each] : []));
    return t('label', {
      above: above.length,
      aboveNames: format.list(above.map(titleOf)),
      below: below.length,
      belowNames: format.list(below.map(titleOf)),
    });
  };
  const box = (x: number, line: boolean) => {
    const profile = profiles[x];
    return profile === undefined ? null : (
      <ProfileBox
        profile={profile}
        label={words(x)}
        chosen={profile.id === chosen}
        line={line}
        onChoose={() => onChoose(profile.id)}
      />
    );
  };
  const at = layout.boxes.findIndex(({ members }) => members.some((x) => profiles[x]?.id === chosen));
  const drawing = useRef<HTMLDivElement>(null);
  const middle = layout.boxes[at]?.x;
  // A drawing wider than its frame shows what is chosen; the page itself stays where it is.
  useEffect(() => {
    const frame = drawing.current?.parentElement;
    if (frame && middle !== undefined) frame.scrollLeft = middle - frame.clientWidth / 2;
  }, [middle]);
  if (diagram.dense)
    return (
      <DenseView diagram={diagram} profiles={profiles} chosen={chosen} words={words} onChoose={onChoose} />
    );
  return (
    <>
      {layout.boxes.length === 0 ? null : (
        <ScrollRegion label={label}>
          <div ref={drawing} className="relative m-1" style={{ width: layout.width, height: layout.height }}>
            <Layers
              diagram={diagram}
              faded={({ from, to }) => at >= 0 && from !== at && to !== at}
              box={(members) =>
                members.length === 1 ? (
                  box(members[0] ?? -1, false)
                ) : (
                  <div className="size-full rounded-mark border-2 border-double border-strong bg-surface px-1 py-1">
                    <p className="px-1 text-note text-muted">{t('cycle')}</p>
                    <ul>
                      {members.map((x) => (
                        <li key={x} className="h-7">
                          {box(x, true)}
                        </li>
                      ))}
                    </ul>
                  </div>
                )
              }
            />
          </div>
        </ScrollRegion>
      )}
      {layout.apart.length === 0 ? null : (
        <div className="mt-4">
          <p className="mb-2 text-note text-muted">
            {t('apart', { count: layout.apart.length, some: layout.boxes.length === 0 ? 'no' : 'yes' })}
          </p>
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(8.75rem,1fr))] gap-2">
            {layout.apart.map((x) => (
              <li key={x} className="h-18">
                {box(x, false)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
