/** What is known of whoever asks something of a negotiation: session, pseudonym and the log's head, at one moment. */
import { Newest } from '../process/newest';
import { Together } from '../process/together';
import type { Pool } from './pool';
import { type Session, type SessionRow, sessionOf } from './sessions';

export interface Visit {
  readonly session: Session | null;
  /** `null` for someone who never had one in this log. */
  readonly pseudonym: string | null;
  /** Number of events; 0 where there is no such log. */
  readonly size: number;
}

export interface Question {
  /** `null`: signed out. */
  readonly session: string | null;
  readonly log: string;
}

type VisitRow = { readonly [K in keyof SessionRow]: SessionRow[K] | null } & {
  readonly pseudonym: string | null;
  readonly size: number | null;
};

/** Somebody with a session, and a name in the log. */
export type Visitor = { readonly [K in 'session' | 'pseudonym']: NonNullable<Visit[K]> };

const MOST_TOGETHER = 100;
const MOST_REMEMBERED = 4_096;

/** One look-up by keys, for all that ask meanwhile: it is done for every request to a negotiation. */
export class Visits {
  readonly #looks: Together<Question, Visit>;
  /** Whoever was looked up last. */
  readonly #visitors = new Newest<Visitor>(MOST_REMEMBERED);

  constructor(pool: Pool) {
    this.#looks = new Together((questions) => look(pool, questions), MOST_TOGETHER);
  }

  async of(question: Question): Promise<Visit> {
    const visit = await this.#looks.ask(question);
    this.#remember(keyOf(question), visit);
    return visit;
  }

  /** Who it was when it was last looked up; perhaps they are no longer, and an append must look again (append/ahead.ts). */
  remembered(question: Question): Visitor | null {
    return this.#visitors.get(keyOf(question)) ?? null;
  }

  #remember(key: string, { session, pseudonym }: Visit): void {
    if (session === null || pseudonym === null) this.#visitors.delete(key);
    else this.#visitors.put(key, { session, pseudonym });
  }
}

const keyOf = ({ session, log }: Question): string => `${session} ${log}`;

/** The columns and joins that answer rows `asked (session, log)`. */
const LOOK = {
  columns: `s.id, s.user_id, u.name, coalesce(u.email, u.claimed_email, '') AS email, u.administrator, u.time_zone,
            p.pseudonym, l.size`,
  joins: `LEFT JOIN (session s JOIN "user" u ON u.id = s.user_id) ON s.id = asked.session AND s.expires_at > now()
          LEFT JOIN pseudonym p ON p.log = asked.log AND p.user_id = s.user_id
          LEFT JOIN log l ON l.log = asked.log`,
};
/** Of one alone: Postgres keeps its plan, where it makes one for several anew each time, for longer than the look. */
const ONE = `SELECT ${LOOK.columns} FROM (SELECT $1::text AS session, $2::text AS log) AS asked ${LOOK.joins}`;
const SEVERAL = `SELECT ${LOOK.columns}
  FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS asked (session, log, ordinal) ${LOOK.joins}
  ORDER BY asked.ordinal`;

async function look(pool: Pool, questions: readonly Question[]): Promise<Visit[]> {
  const [only] = questions;
  const { rows } = await pool.query<VisitRow>(
    questions.length === 1 && only !== undefined
      ? { name: 'visit', text: ONE, values: [only.session, only.log] }
      : {
          name: 'visits',
          text: SEVERAL,
          values: [questions.map(({ session }) => session), questions.map(({ log }) => log)],
        },
  );
  return rows.map(({ pseudonym, size, id, user_id, name, email, administrator, time_zone }) => ({
    session:
      id === null || user_id === null || name === null || email === null || administrator === null
        ? null
        : sessionOf({ id, user_id, name, email, administrator, time_zone }),
    pseudonym,
    size: size ?? 0,
  }));
}
