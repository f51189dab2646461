-- Corrections are never edited: a correction of a correction is a new row.
CREATE TRIGGER corrections_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "corrections"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- One row per paid order: who holds its credit now and what is left of it. The database keeps it with each entry, so
-- that whoever books can't forget it. The holder is the account of the latest entry that gives.
CREATE FUNCTION credits_of_orders(order_ids uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO order_credits (order_id, member_id, staff_id, group_id, paid_at, net_fen)
  SELECT o.id, o.member_id, kept.holder, o.group_id, coalesce(o.paid_at, kept.earned_at), kept.net
    FROM orders o
    JOIN (
      SELECT e.order_id,
             (array_agg(e.staff_id ORDER BY e.at DESC, e.id DESC) FILTER (
               WHERE e.kind = 'earned' OR (e.kind = 'corrected' AND e.key LIKE '%:in')
             ))[1] AS holder,
             min(e.at) AS earned_at, sum(e.amount_fen)::bigint AS net
        FROM ledger_entries e WHERE e.order_id = ANY (order_ids)
       GROUP BY e.order_id
    ) kept ON kept.order_id = o.id
  ON CONFLICT (order_id) DO UPDATE SET staff_id = excluded.staff_id, net_fen = excluded.net_fen
$$;
--> statement-breakpoint
CREATE FUNCTION keep_order_credits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM credits_of_orders((SELECT array_agg(DISTINCT order_id) FROM added));
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER ledger_entries_keep_credits AFTER INSERT ON "ledger_entries"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_order_credits();
--> statement-breakpoint
SELECT credits_of_orders((SELECT array_agg(DISTINCT order_id) FROM ledger_entries));
--> statement-breakpoint
-- The first opening of each member. Written only where it really is earlier, so that two requests of one member that
-- carry the same openings never wait for each other here.
CREATE FUNCTION keep_member_firsts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO member_firsts (member_id, touch_id, at)
  SELECT DISTINCT ON (t.member_id) t.member_id, t.id, t.at
    FROM added t
   WHERE t.suspect_rule IS NULL
     AND NOT EXISTS (SELECT 1 FROM member_firsts f
                      WHERE f.member_id = t.member_id AND (f.at, f.touch_id) <= (t.at, t.id))
   ORDER BY t.member_id, t.at, t.id
  ON CONFLICT (member_id) DO UPDATE SET touch_id = excluded.touch_id, at = excluded.at
   WHERE (excluded.at, excluded.touch_id) < (member_firsts.at, member_firsts.touch_id);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER touches_keep_firsts AFTER INSERT ON "touches"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION keep_member_firsts();
--> statement-breakpoint
-- An opening set apart, or cleared again: the first of the rest.
CREATE FUNCTION rekeep_member_first() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM member_firsts WHERE member_id = NEW.member_id;
  INSERT INTO member_firsts (member_id, touch_id, at)
  SELECT t.member_id, t.id, t.at FROM touches t
   WHERE t.member_id = NEW.member_id AND t.suspect_rule IS NULL
   ORDER BY t.at, t.id LIMIT 1
  ON CONFLICT (member_id) DO NOTHING;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER touches_rekeep_first AFTER UPDATE OF suspect_rule ON "touches"
  FOR EACH ROW WHEN (OLD.suspect_rule IS DISTINCT FROM NEW.suspect_rule) EXECUTE FUNCTION rekeep_member_first();
--> statement-breakpoint
INSERT INTO member_firsts (member_id, touch_id, at)
SELECT DISTINCT ON (member_id) member_id, id, at FROM touches
 WHERE suspect_rule IS NULL ORDER BY member_id, at, id;
