ALTER TABLE "ledger_entries" ALTER COLUMN "commission_fen" SET DEFAULT 0;--> statement-breakpoint
ALTER TABLE "refunds" ALTER COLUMN "freight_fen" SET DEFAULT 0;--> statement-breakpoint
ALTER TABLE "order_attributions" ADD COLUMN "evidence_touch_id" uuid;--> statement-breakpoint
CREATE INDEX "order_attributions_evidence_touch_id_index" ON "order_attributions" USING btree ("evidence_touch_id") WHERE "order_attributions"."evidence_touch_id" is not null;--> statement-breakpoint
CREATE INDEX "orders_staff_id_created_at_index" ON "orders" USING btree ("staff_id","created_at");