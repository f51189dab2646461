-- What has been credited, decided or audited is never edited: a correction is a new row.
-- The database itself refuses, so that no code path and no console session can.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, lower(TG_OP) USING ERRCODE = 'restrict_violation';
END
$$;
--> statement-breakpoint
CREATE TRIGGER ledger_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "ledger_entries"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER order_attributions_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "order_attributions"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER attribution_policies_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "attribution_policies"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER order_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "order_events"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER audits_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "audits"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
