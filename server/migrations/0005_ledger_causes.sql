ALTER TABLE "ledger_entries" ALTER COLUMN "commission_bps" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "ledger_entries" ALTER COLUMN "commission_bps" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD COLUMN "cause_id" uuid;--> statement-breakpoint
ALTER TABLE "order_attributions" ADD COLUMN "commission_bps" integer;