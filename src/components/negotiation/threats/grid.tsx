'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { ThreatChange } from '@/negotiation/threat-view';
import type { Agreement } from './agreement';
import { type CellKey, cellKey, changeText, point, saying, stretched } from './cell';
import type { FormOfThreat } from './forms';
import { GridCell } from './grid-cell';
import { type GridAction, type GridPlace, gridAction } from './grid-key';
import type { Assessments } from './use-assessments';

export interface GridFrame {
  readonly rows: readonly FormOfThreat[];
  readonly columns: readonly { readonly id: string; readonly title: string }[];
}

/** The forms of threats by profiles as a grid of which the keyboard reaches every cell (ARIA's grid pattern). */
export function Grid({
  frame: { rows, columns },
  at,
  onAt,
  mine,
  agreement,
  bears,
  onFill,
  onDetail,
}: {
  readonly frame: GridFrame;
  readonly at: GridPlace;
  readonly onAt: (to: GridPlace) => void;
  /** `null`: read only. */
  readonly mine: Assessments | null;
  readonly agreement: (key: CellKey) => Agreement;
  readonly bears: (profile: string, threat: string) => boolean;
  readonly onFill: (what: 'row' | 'column') => void;
  readonly onDetail: () => void;
}) {
  const t = useTranslations('threats');
  const table = useRef<HTMLTableElement>(null);
  const [negative, setNegative] = useState(false);

  const act = (action: GridAction) => {
    setNegative(action.kind === 'minus' && mine !== null);
    if (action.kind === 'move') {
      table.current
        ?.querySelector<HTMLElement>(`[data-cell="${action.to.row} ${action.to.column}"]`)
        ?.focus();
      return;
    }
    if (action.kind === 'detail') return onDetail();
    const [row, column] = [rows[at.row], columns[at.column]];
    if (mine === null || row === undefined || column === undefined) return;
    const key = cellKey(column.id, row.id);
    const before = mine.mine(key);
    const write = (change: ThreatChange) => mine.write([[key, saying(change, before)]]);
    switch (action.kind) {
      case 'point':
        return write(point(action.step));
      case 'stretch':
        return write(stretched(before?.change ?? point(action.step), action.step));
      case 'revert':
        return mine.revert(key);
      case 'row':
      case 'column':
        return onFill(action.kind);
      case 'minus':
        return;
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const action = gridAction(event, at, { rows: rows.length, columns: columns.length }, negative);
    if (action === null) return;
    event.preventDefault();
    act(action);
  };

  return (
    <div className="edge-shade relative max-h-[70vh] overflow-auto border border-line" data-grid-frame="">
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of other elements would need a role on every row, header and cell, which useSemanticElements refuses in turn
        role="grid"
        aria-label={t('grid')}
        aria-readonly={mine === null}
        className="w-full text-note"
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const [row, column] = (event.target.getAttribute('data-cell') ?? '').split(' ').map(Number);
          if (row !== undefined && column !== undefined) onAt({ row, column });
        }}
      >
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky top-0 left-0 z-20 min-w-44 border border-line bg-paper p-2 text-left font-medium text-muted"
            >
              {t('form')}
              {negative ? <span className="ml-2 font-semibold text-accent">−…</span> : null}
            </th>
            {columns.map(({ id, title }) => (
              <th
                key={id}
                scope="col"
                className="sticky top-0 z-10 border border-line bg-paper p-2 text-left align-bottom font-medium"
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((form, row) => (
            <tr key={form.id}>
              <th
                scope="row"
                className="sticky left-0 z-10 border border-line bg-paper p-2 text-left align-top font-medium"
              >
                {form.threat === null ? null : (
                  <span className="block font-normal text-muted">{form.threat}</span>
                )}
                {form.title}
              </th>
              {columns.map(({ id }, column) => {
                const key = cellKey(id, form.id);
                const said = mine?.mine(key);
                return (
                  <GridCell
                    key={id}
                    row={row}
                    column={column}
                    current={at.row === row && at.column === column}
                    mine={mine === null ? null : said === undefined ? '' : changeText(said.change)}
                    state={
                      mine?.faults.has(key) ? 'refused' : mine?.written.has(key) ? 'written' : 'recorded'
                    }
                    bears={bears(id, form.id)}
                    agreement={agreement(key)}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
