import { acuteRisk } from './acute-risk';
import { inCore } from './core-set';
import { criticalMembers } from './critical-members';
import { type GapFound, gap, type JoinersFound } from './gap';
import type { KeptAnswers } from './incremental/kept-answers';
import type {
  ByStance,
  Gap,
  Joiners,
  Members,
  Negotiation,
  ProfileResult,
  StabilityRow,
  Stance,
} from './model';
import { dominators, efficient, unanimous, weaklyEfficient } from './pareto';
import { ratification } from './ratification';
import { text } from './rational';
import { recommended } from './recommended';
import { resilience } from './resilience';
import type { Scores } from './scores';
import type { StabilityVerdict } from './stability';
import { byStance } from './stance';
import type { Standing } from './standing';
import { threats } from './threats';
import { verdict } from './verdict';
import { worseOff } from './worse-off';

/** How lists of stakeholders are written: ids in the file's order, or their number (negotiation-file.md). */
export type Listing = (stakeholders: readonly number[]) => Members;

interface Writing {
  readonly list: Listing;
  /** Whether gap and resilience are looked for. */
  readonly searches: boolean;
  /** Answers of before that still hold. */
  readonly kept: KeptAnswers;
}

/** One row of `profiles`, keys in the order of negotiation-file.md's example. */
export function profileResult(
  negotiation: Negotiation,
  standing: Standing,
  informed: Scores,
  stability: ByStance<StabilityVerdict>,
  { list, searches, kept }: Writing,
  x: number,
): ProfileResult {
  const { frame, adequate, support } = standing;
  const { profiles } = frame;
  const isDefault = x === frame.default;
  // Everything that the default has no say in is `null` for it.
  const unlessDefault = <T>(of: (stance: Stance) => T): ByStance<T> | null =>
    isDefault ? null : byStance(of);
  const gapOf = (stance: 'necessary' | 'expected') =>
    kept.gap.of(x, stance, () => gapResult(gap(standing, x, stance), list));
  const risks = isDefault ? null : threats(negotiation, x);
  const { ratifiers, ratified } = ratification(frame, negotiation.pledges, x);
  return {
    id: profiles[x]!.id,
    verdict: isDefault ? 'default' : verdict((stance) => adequate(x, frame.default, stance)),
    criticalGain: unlessDefault((stance) =>
      kept.criticalGain.of(x, stance, () => kept.findCriticalGain(frame, standing.scores, x, stance)),
    ),
    efficient: byStance((stance) => efficient(standing, x, stance)),
    weaklyEfficient: byStance((stance) => weaklyEfficient(standing, x, stance)),
    core: byStance((stance) => inCore(standing, x, stance)),
    unanimous: unlessDefault((stance) => unanimous(standing, x, stance)),
    dominatedBy: byStance((stance) => dominators(standing, x, stance).map((y) => profiles[y]!.id)),
    coalition: unlessDefault((stance) =>
      kept.coalition.of(x, stance, () => list(support[x]!.members(stance))),
    ),
    worseOff: unlessDefault((stance) =>
      kept.worseOff.of(x, stance, () => list(worseOff(standing, x, stance))),
    ),
    criticalMembers: unlessDefault((stance) =>
      kept.criticalMembers.of(x, stance, () => {
        const members = criticalMembers(standing, x, stance);
        return members === null ? null : list(members);
      }),
    ),
    resilience: searches
      ? unlessDefault((stance) => kept.resilience.of(x, stance, () => resilience(standing, x, stance)))
      : null,
    gap:
      isDefault || !searches
        ? null
        : {
            necessary: gapOf('necessary'),
            expected: gapOf('expected'),
          },
    threats: risks?.status ?? null,
    threatForms: risks?.forms ?? null,
    recommended: risks !== null && recommended(frame, informed, negotiation.guarantees, x, risks.status),
    acuteRisk: acuteRisk(negotiation.acuteRiskAssessments, x),
    ratifiers: list(ratifiers),
    ratified,
    stability: byStance((stance) => stabilityRow(standing, stability[stance], list)),
  };
}

function gapResult(found: GapFound | null, list: Listing): Gap | null {
  if (found === null) return null;
  return {
    leastShift: joinersResult(found.leastShift, list),
    fewestJoiners: joinersResult(found.fewestJoiners, list),
    silentSuffice: found.silentSuffice,
  };
}

function joinersResult(found: JoinersFound | null, list: Listing): Joiners | null {
  if (found === null) return null;
  const { joiners, shift, proven } = found;
  return { joiners: list(joiners), count: joiners.length, shift: text(shift), proven };
}

function stabilityRow({ frame }: Standing, verdict: StabilityVerdict, list: Listing): StabilityRow {
  const { nash, gmr, smr, seq, temptations } = verdict;
  const lengthOnly = typeof list([]) === 'number';
  return {
    nash,
    gmr,
    smr,
    seq,
    temptations: lengthOnly
      ? temptations.length
      : temptations.map(({ stakeholder, to }) => ({
          stakeholder: frame.stakeholders[stakeholder]!.id,
          to: frame.profiles[to]!.id,
        })),
  };
}
