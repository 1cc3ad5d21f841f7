-- Locks the head of a log for a page that was judged ahead, and answers the clock, in milliseconds; fails where anything
-- is not as the page takes it to be. The head is asked for first: what is asked after it sees what the appends before it
-- wrote. A moment that is a little ahead of the clock is waited for.
--
-- `people`, `sessions`, `pseudonyms` and `administrators` are of one length: whoever the page names, and, where who asks
-- was remembered and not looked up, as what. Their accounts are held (append/people-there.ts).
CREATE FUNCTION hold_as_judged(
  of_log text, expected_size int, expected_epoch int, judged_at timestamptz,
  people text[], sessions text[], pseudonyms text[], administrators boolean[]
) RETURNS float8 LANGUAGE plpgsql AS $$
DECLARE
  now timestamptz;
BEGIN
  PERFORM FROM log WHERE log = of_log AND size = expected_size AND epoch = expected_epoch FOR UPDATE;
  IF NOT FOUND THEN RAISE EXCEPTION 'the log has moved on'; END IF;
  now := clock_timestamp();
  IF judged_at NOT BETWEEN now - interval '1 second' AND now + interval '5 milliseconds' THEN
    RAISE EXCEPTION 'judged at another time';
  END IF;
  IF judged_at > now THEN PERFORM pg_sleep_for(judged_at - now); END IF;
  FOR i IN 1 .. cardinality(people) LOOP
    IF sessions[i] IS NULL THEN
      PERFORM FROM "user" u WHERE u.id = people[i] FOR KEY SHARE;
    ELSE
      PERFORM FROM session s
        JOIN "user" u ON u.id = s.user_id
        JOIN pseudonym p ON p.log = of_log AND p.user_id = u.id
        WHERE s.id = sessions[i] AND s.expires_at > now AND u.id = people[i]
          AND u.administrator = administrators[i] AND p.pseudonym = pseudonyms[i]
        FOR KEY SHARE OF u;
    END IF;
    IF NOT FOUND THEN RAISE EXCEPTION 'not who was remembered'; END IF;
  END LOOP;
  RETURN extract(epoch FROM now) * 1000;
END $$;
