'use client';

import { useTranslations } from 'next-intl';
import { useCallback, useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { NegotiationFile } from '@/negotiation/file/model';
import type { ThreatsView } from '@/negotiation/threat-view';
import { stakeholderName } from '../labels';
import { type Agreement, agreementOf, byCell } from './agreement';
import { type CellKey, cellKey, type Said } from './cell';
import { CellPanel } from './cell-panel';
import { fillAs, fillColumn, fillRow } from './fill';
import { FillControls, type FillKind } from './fill-controls';
import { bearing, firstForms } from './forms';
import { Grid } from './grid';
import { MarksLegend } from './legend';
import { OneProfile } from './one-profile';
import { SaveBar } from './save-bar';
import { useAssessments } from './use-assessments';

const NOBODY: Agreement = agreementOf([]);

export interface ThreatsFrame
  extends Pick<NegotiationFile, 'profiles' | 'threats' | 'guarantees' | 'stakeholders'> {}

/** Forms of threats by profiles: a grid where there is room, one profile at a time where there is not. */
export function ThreatsBoard({
  negotiation,
  frame,
  view,
  stakeholder,
}: {
  readonly negotiation: string;
  readonly frame: ThreatsFrame;
  readonly view: Pick<ThreatsView, 'assessments'>;
  /** For whom the reader assesses now; `null`: read only. */
  readonly stakeholder: string | null;
}) {
  const t = useTranslations('threats');
  const own = useAssessments(negotiation, stakeholder ?? '', view.assessments);
  const mine = stakeholder === null ? null : own;
  const [all, setAll] = useState(false);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const [over, setOver] = useState(false);
  const [filled, setFilled] = useState<number | null>(null);
  const panel = useRef<HTMLDivElement>(null);

  const columns = useMemo(() => frame.profiles.filter((profile) => profile.default !== true), [frame]);
  const forms = useMemo(() => firstForms(frame, columns), [frame, columns]);
  const folded = !all && forms.first.length > 0;
  const rows = useMemo(() => (folded ? forms.first : [...forms.first, ...forms.others]), [folded, forms]);
  const said = useMemo(() => byCell(view.assessments), [view.assessments]);
  const agreements = useMemo(
    () => new Map([...said].map(([key, each]) => [key, agreementOf(each.map(({ change }) => change))])),
    [said],
  );
  const borne = useMemo(
    () => new Map(columns.map((each) => [each.id, bearing(frame, each)])),
    [frame, columns],
  );
  const agreement = useCallback((key: CellKey) => agreements.get(key) ?? NOBODY, [agreements]);
  const bears = (profile: string, threat: string) => borne.get(profile)?.has(threat) === true;
  const name = (id: string) => stakeholderName(id, frame);

  const form = rows[Math.min(at.row, rows.length - 1)];
  const profile = columns[Math.min(at.column, columns.length - 1)];
  if (form === undefined || profile === undefined) return null;
  const key = cellKey(profile.id, form.id);
  const grid = { rows, columns };

  const entries = (kind: FillKind, assessor: string) => {
    const whole = { profiles: columns.map(({ id }) => id), threats: rows.map(({ id }) => id) };
    const filling = { mine: own.mine, over };
    if (kind === 'as-all') return fillAs(whole, assessor, said, filling);
    if (kind === 'as-profile') return fillAs({ ...whole, profiles: [profile.id] }, assessor, said, filling);
    const change = own.mine(key)?.change;
    if (change === undefined) return new Map<CellKey, Said>();
    return kind === 'row'
      ? fillRow(whole, form.id, change, filling)
      : fillColumn(whole, profile.id, change, filling);
  };
  const fill = (kind: FillKind, assessor: string) => {
    const filling = entries(kind, assessor);
    own.write(filling);
    setFilled(filling.size);
  };

  const assessors = frame.stakeholders.filter(
    ({ id }) => id !== stakeholder && view.assessments.some((each) => each.stakeholder === id),
  );
  const controls = (rowsInView: boolean) =>
    stakeholder === null ? null : (
      <FillControls
        name={name(stakeholder)}
        assessors={assessors}
        ready={own.mine(key) !== undefined}
        rows={rowsInView}
        form={form.title}
        over={over}
        onOver={setOver}
        onFill={fill}
        filled={filled}
      />
    );

  return (
    <div className="space-y-4">
      <MarksLegend writing={mine !== null} />
      <div className="hidden space-y-4 lg:block">
        {mine === null ? null : <p className="prose-column text-note text-muted">{t('keys')}</p>}
        <Grid
          frame={grid}
          at={{ row: rows.indexOf(form), column: columns.indexOf(profile) }}
          onAt={setAt}
          mine={mine}
          agreement={agreement}
          bears={bears}
          onFill={(kind) => fill(kind, '')}
          onDetail={() => panel.current?.focus()}
        />
      </div>
      <div className="lg:hidden">
        <OneProfile
          frame={grid}
          profile={profile}
          onProfile={(column) => setAt({ ...at, column })}
          onForm={(row) => setAt({ ...at, row })}
          negotiation={negotiation}
          mine={mine}
          agreement={agreement}
          bears={bears}
          said={(cell) => said.get(cell) ?? []}
          name={name}
        />
      </div>
      {forms.first.length === 0 || forms.others.length === 0 ? null : (
        <Button aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('hideOthers') : t('showOthers', { count: forms.others.length })}
        </Button>
      )}
      <div className="hidden gap-x-10 gap-y-6 lg:grid lg:grid-cols-2">
        <CellPanel
          ref={panel}
          negotiation={negotiation}
          form={form}
          profile={profile}
          mine={mine}
          agreement={agreement(key)}
          said={said.get(key) ?? []}
          name={name}
        />
        {controls(true)}
      </div>
      <div className="lg:hidden">{controls(false)}</div>
      {mine === null ? null : <SaveBar mine={mine} />}
    </div>
  );
}
