-- A claimed coupon is an immutable snapshot: only where it is in its life may be written again. A trigger that names
-- its columns costs the moves of that life nothing.
CREATE TRIGGER coupons_snapshot_immutable
  BEFORE UPDATE OF "id", "member_id", "campaign_id", "request_id", "title", "tier_rank", "slot", "scope",
    "threshold_fen", "off", "claimed_at", "valid_from", "valid_until", "group_id", "upgraded_from" ON "coupons"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER coupons_kept BEFORE DELETE OR TRUNCATE ON "coupons"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER order_coupons_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "order_coupons"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER campaign_audits_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "campaign_audits"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
