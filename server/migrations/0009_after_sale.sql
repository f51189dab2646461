CREATE TABLE "after_sale_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"after_sale_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"event" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"actor" text NOT NULL,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "after_sales" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"request_id" text NOT NULL,
	"request_hash" text NOT NULL,
	"asked_by" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"units" jsonb NOT NULL,
	"reason" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"goods_fen" bigint NOT NULL,
	"freight_fen" bigint NOT NULL,
	"is_shop_at_fault" boolean DEFAULT false NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"decision_note" text DEFAULT '' NOT NULL,
	"parcel_company" text,
	"parcel_number" text,
	"parcel_at" timestamp (3) with time zone,
	"is_restocked" boolean,
	"refund_id" uuid,
	"refunded_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "after_sales_orderId_requestId_unique" UNIQUE("order_id","request_id"),
	CONSTRAINT "after_sales_amounts" CHECK ("after_sales"."goods_fen" >= 0 and "after_sales"."freight_fen" >= 0)
);
--> statement-breakpoint
ALTER TABLE "refunds" DROP CONSTRAINT "refunds_positive";--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "sent_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "refunds" ADD COLUMN "trouble" text;--> statement-breakpoint
ALTER TABLE "after_sale_events" ADD CONSTRAINT "after_sale_events_after_sale_id_after_sales_id_fk" FOREIGN KEY ("after_sale_id") REFERENCES "public"."after_sales"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "after_sales" ADD CONSTRAINT "after_sales_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "after_sales" ADD CONSTRAINT "after_sales_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "after_sales" ADD CONSTRAINT "after_sales_decided_by_staff_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "after_sales" ADD CONSTRAINT "after_sales_refund_id_refunds_id_fk" FOREIGN KEY ("refund_id") REFERENCES "public"."refunds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "after_sale_events_after_sale_id_at_index" ON "after_sale_events" USING btree ("after_sale_id","at");--> statement-breakpoint
CREATE INDEX "after_sales_member_id_created_at_index" ON "after_sales" USING btree ("member_id","created_at");--> statement-breakpoint
CREATE INDEX "after_sales_state_created_at_index" ON "after_sales" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "after_sales_refund_id_index" ON "after_sales" USING btree ("refund_id");--> statement-breakpoint
CREATE INDEX "refunds_open" ON "refunds" USING btree ("created_at") WHERE "refunds"."state" <> 'succeeded';--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_not_negative" CHECK ("refunds"."amount_fen" >= 0 and "refunds"."freight_fen" >= 0);--> statement-breakpoint
CREATE TRIGGER after_sale_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "after_sale_events"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
