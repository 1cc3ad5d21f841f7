'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { FileDimension, StakeholderKind } from '@/negotiation/file/model';

export interface BarStakeholder {
  readonly id: string;
  readonly name: string;
  readonly kind: StakeholderKind;
  /** By dimension. */
  readonly weights: readonly number[];
}

/** What the bars of all profiles have in common: sent to the browser once. */
export interface BarsFrameValue {
  readonly stakeholders: readonly BarStakeholder[];
  readonly dimensions: readonly FileDimension[];
}

const Frame = createContext<BarsFrameValue>({ stakeholders: [], dimensions: [] });

export function BarsFrame({
  value,
  children,
}: {
  readonly value: BarsFrameValue;
  readonly children: ReactNode;
}) {
  return <Frame value={value}>{children}</Frame>;
}

export function useBarsFrame(): BarsFrameValue {
  return useContext(Frame);
}
