-- A number for each member there is and each that comes. After the insert: a login of a known member inserts nothing.
INSERT INTO member_numbers (member_id) SELECT id FROM members ORDER BY created_at, id;
--> statement-breakpoint
CREATE FUNCTION number_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO member_numbers (member_id) VALUES (NEW.id);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER members_number AFTER INSERT ON "members" FOR EACH ROW EXECUTE FUNCTION number_member();
--> statement-breakpoint
-- The day of the shop's calendar (UTC+8, no daylight saving) in days since 1970-01-01, as domain/shop-time has it.
CREATE FUNCTION shop_day(at timestamptz) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ((at AT TIME ZONE 'UTC') + interval '8 hours')::date - date '1970-01-01';
--> statement-breakpoint
-- Says that these days changed, so that their roll-up is not used until it is made again. Whoever writes holds each day
-- shared until the end of the transaction, and the roll-up holds it alone: it sees a change whole or leaves its mark.
-- A transaction that looks at an old snapshot can't know whether the day is rolled up by now, and so always marks it.
CREATE FUNCTION figures_changed(days integer[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  changed integer;
BEGIN
  FOR changed IN SELECT DISTINCT d FROM unnest(days) d WHERE d IS NOT NULL ORDER BY d LOOP
    PERFORM pg_advisory_xact_lock_shared(7102, changed);
    IF current_setting('transaction_isolation') <> 'read committed'
       OR (EXISTS (SELECT 1 FROM figure_days WHERE day = changed)
           AND NOT EXISTS (SELECT 1 FROM figure_stale WHERE day = changed)) THEN
      INSERT INTO figure_stale (day) VALUES (changed);
    END IF;
  END LOOP;
END
$$;
--> statement-breakpoint
-- An opening counts on its day, and decides whose a coupon is that is claimed within a day of it.
CREATE FUNCTION touches_change_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM figures_changed((SELECT array_agg(shop_day(a.at) + later) FROM added a CROSS JOIN generate_series(0, 1) later));
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER touches_change_figures AFTER INSERT ON "touches"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION touches_change_figures();
--> statement-breakpoint
CREATE FUNCTION touch_changes_figures() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  days integer[] := ARRAY[shop_day(OLD.at), shop_day(OLD.at) + 1];
BEGIN
  IF TG_OP = 'UPDATE' THEN days := days || ARRAY[shop_day(NEW.at), shop_day(NEW.at) + 1]; END IF;
  PERFORM figures_changed(days);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER touches_gone_change_figures AFTER DELETE ON "touches"
  FOR EACH ROW EXECUTE FUNCTION touch_changes_figures();
--> statement-breakpoint
CREATE TRIGGER touches_rechange_figures AFTER UPDATE OF at, member_id, staff_id, group_id, suspect_rule ON "touches"
  FOR EACH ROW WHEN (
    (OLD.at, OLD.member_id, OLD.staff_id, OLD.group_id, OLD.suspect_rule IS NULL)
    IS DISTINCT FROM (NEW.at, NEW.member_id, NEW.staff_id, NEW.group_id, NEW.suspect_rule IS NULL)
  ) EXECUTE FUNCTION touch_changes_figures();
--> statement-breakpoint
-- Where a first opening is set apart, the next one becomes the first, on another day.
CREATE FUNCTION first_changes_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM figures_changed(ARRAY[
    CASE WHEN TG_OP <> 'INSERT' THEN shop_day(OLD.at) END, CASE WHEN TG_OP <> 'DELETE' THEN shop_day(NEW.at) END
  ]);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER member_firsts_change_figures AFTER INSERT OR UPDATE OR DELETE ON "member_firsts"
  FOR EACH ROW EXECUTE FUNCTION first_changes_figures();
--> statement-breakpoint
-- A payment, a refund or a correction counts on the day the order was paid, and in the funnel of the day it was placed.
CREATE FUNCTION credit_changes_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM figures_changed(ARRAY[
    CASE WHEN TG_OP <> 'INSERT' THEN shop_day(OLD.paid_at) END,
    CASE WHEN TG_OP <> 'DELETE' THEN shop_day(NEW.paid_at) END,
    (SELECT shop_day(o.created_at) FROM orders o WHERE o.id = coalesce(NEW.order_id, OLD.order_id))
  ]);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER order_credits_change_figures AFTER INSERT OR DELETE ON "order_credits"
  FOR EACH ROW EXECUTE FUNCTION credit_changes_figures();
--> statement-breakpoint
CREATE TRIGGER order_credits_rechange_figures AFTER UPDATE ON "order_credits"
  FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION credit_changes_figures();
--> statement-breakpoint
CREATE FUNCTION order_changes_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM figures_changed(ARRAY[
    CASE WHEN TG_OP <> 'INSERT' THEN shop_day(OLD.created_at) END,
    CASE WHEN TG_OP <> 'DELETE' THEN shop_day(NEW.created_at) END
  ]);
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER orders_change_figures AFTER INSERT OR DELETE OR UPDATE OF created_at, member_id, staff_id, group_id
  ON "orders" FOR EACH ROW EXECUTE FUNCTION order_changes_figures();
--> statement-breakpoint
CREATE FUNCTION claims_change_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM figures_changed((SELECT array_agg(shop_day(claimed_at)) FROM added));
  RETURN NULL;
END
$$;
--> statement-breakpoint
-- A claim never moves and is never deleted. Once a statement: a rush writes many in one.
CREATE TRIGGER coupons_change_figures AFTER INSERT ON "coupons"
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION claims_change_figures();
