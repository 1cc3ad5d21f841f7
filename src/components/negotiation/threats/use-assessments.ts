'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useCallback, useEffect, useState } from 'react';
import type { AssessmentView } from '@/negotiation/threat-view';
import { castingKey, forgetCastingKey } from '../ballot/idempotency-key';
import { useClient } from '../use-client';
import { type CellKey, cellKey, type Said, sameChange } from './cell';
import { forgetWritten, keepWritten, readWritten } from './written';

/** So many are on their way at once: each is an event of its own, and the log takes them together. */
const AT_ONCE = 6;

export interface Assessments {
  /** What stands in a cell of mine: what is written there, else what is recorded. */
  readonly mine: (key: CellKey) => Said | undefined;
  /** Written and not recorded. */
  readonly written: ReadonlyMap<CellKey, Said>;
  /** Why the server refused a cell, the last time. */
  readonly faults: ReadonlyMap<CellKey, string>;
  readonly write: (entries: Iterable<readonly [CellKey, Said]>) => void;
  /** Back to what is recorded. */
  readonly revert: (key: CellKey) => void;
  readonly save: () => Promise<void>;
  readonly saving: boolean;
}

/**
 * One stakeholder's assessments. What is written stays in this tab, through a reload too, until the server has
 * acknowledged it; a cell that was refused keeps what was written and says why.
 */
export function useAssessments(
  negotiation: string,
  stakeholder: string,
  assessments: readonly AssessmentView[],
): Assessments {
  const client = useClient();
  const router = useRouter();
  const place = `${negotiation}/threats/${stakeholder}`;
  const [written, setWritten] = useState<ReadonlyMap<CellKey, Said>>(new Map());
  const [recorded, setRecorded] = useState(() => ownOf(assessments, stakeholder));
  const [faults, setFaults] = useState<ReadonlyMap<CellKey, string>>(new Map());
  const [saving, setSaving] = useState(false);

  useEffect(() => setRecorded(ownOf(assessments, stakeholder)), [assessments, stakeholder]);
  useEffect(() => setWritten(readWritten(place)), [place]);

  const change = useCallback(
    (edit: (cells: Map<CellKey, Said>) => void) =>
      setWritten((before) => {
        const next = new Map(before);
        edit(next);
        if (next.size === 0) forgetWritten(place);
        else keepWritten(place, next);
        return next;
      }),
    [place],
  );

  const write = useCallback(
    (entries: Iterable<readonly [CellKey, Said]>) =>
      change((cells) => {
        for (const [key, said] of entries) {
          if (isSame(said, recorded.get(key))) cells.delete(key);
          else cells.set(key, said);
        }
      }),
    [change, recorded],
  );

  const record = async (key: CellKey, said: Said) => {
    const [profile = '', threat = ''] = key.split(' ');
    const input = { negotiation, stakeholder, profile, threat, ...said };
    const slot = `${place}/${key}`;
    try {
      const idempotencyKey = castingKey(slot, JSON.stringify(input));
      await client.threat.assess.mutate({ ...input, idempotencyKey });
      forgetCastingKey(slot);
      setRecorded((before) => new Map(before).set(key, said));
      setFaults((before) => without(before, key));
      // What was written meanwhile is another word, and waits to be recorded in its turn.
      change((cells) => {
        if (cells.get(key) === said) cells.delete(key);
      });
    } catch (error) {
      const sentence = error instanceof Error ? error.message : String(error);
      setFaults((before) => new Map(before).set(key, sentence));
    }
  };

  const save = async () => {
    setSaving(true);
    const waiting = [...written];
    const worker = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await record(...next);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    setSaving(false);
    startTransition(() => router.refresh());
  };

  return {
    mine: (key) => written.get(key) ?? recorded.get(key),
    written,
    faults,
    write,
    revert: (key) => {
      change((cells) => cells.delete(key));
      setFaults((before) => without(before, key));
    },
    save,
    saving,
  };
}

function ownOf(assessments: readonly AssessmentView[], stakeholder: string): ReadonlyMap<CellKey, Said> {
  return new Map(
    assessments
      .filter((each) => each.stakeholder === stakeholder)
      .map(({ profile, threat, change, reason, evidence }) => [
        cellKey(profile, threat),
        { change, reason, evidence },
      ]),
  );
}

function isSame(a: Said, b: Said | undefined): boolean {
  return (
    b !== undefined && sameChange(a.change, b.change) && a.reason === b.reason && a.evidence === b.evidence
  );
}

function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  const next = new Map(map);
  next.delete(key);
  return next;
}
