CREATE TABLE "campaign_audits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_staff_id" uuid,
	"action" text NOT NULL,
	"detail" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "campaign_stock" (
	"campaign_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"left" integer NOT NULL,
	CONSTRAINT "campaign_stock_campaign_id_kind_key_pk" PRIMARY KEY("campaign_id","kind","key"),
	CONSTRAINT "campaign_stock_kind_known" CHECK ("campaign_stock"."kind" in ('total','tier','group')),
	CONSTRAINT "campaign_stock_not_oversold" CHECK ("campaign_stock"."left" >= 0)
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"status" text NOT NULL,
	"claim_from" timestamp (3) with time zone NOT NULL,
	"claim_until" timestamp (3) with time zone NOT NULL,
	"total_stock" integer NOT NULL,
	"stock_per_group" integer,
	"limit_per_member" integer NOT NULL,
	"scope" jsonb NOT NULL,
	"slot" text NOT NULL,
	"tiers" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "campaigns_code_unique" UNIQUE("code"),
	CONSTRAINT "campaigns_status_known" CHECK ("campaigns"."status" in ('live','paused','ended')),
	CONSTRAINT "campaigns_slot_known" CHECK ("campaigns"."slot" in ('goods','freight')),
	CONSTRAINT "campaigns_window_forward" CHECK ("campaigns"."claim_from" < "campaigns"."claim_until"),
	CONSTRAINT "campaigns_stock_positive" CHECK ("campaigns"."total_stock" >= 1),
	CONSTRAINT "campaigns_limit_positive" CHECK ("campaigns"."limit_per_member" >= 1)
);
--> statement-breakpoint
CREATE TABLE "coupons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"request_id" text NOT NULL,
	"title" text NOT NULL,
	"tier_rank" integer NOT NULL,
	"slot" text NOT NULL,
	"scope" jsonb NOT NULL,
	"threshold_fen" bigint NOT NULL,
	"off" jsonb NOT NULL,
	"claimed_at" timestamp (3) with time zone NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"valid_until" timestamp (3) with time zone NOT NULL,
	"group_id" uuid,
	"upgraded_from" uuid,
	"state" text NOT NULL,
	"order_id" uuid,
	"moved_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "coupons_claim_once" UNIQUE("campaign_id","member_id","request_id"),
	CONSTRAINT "coupons_state_known" CHECK ("coupons"."state" in ('claimed','reserved','used','expired','upgraded')),
	CONSTRAINT "coupons_held_by_order" CHECK (("coupons"."state" in ('reserved','used')) = ("coupons"."order_id" is not null)),
	CONSTRAINT "coupons_validity_forward" CHECK ("coupons"."valid_from" < "coupons"."valid_until")
);
--> statement-breakpoint
CREATE TABLE "order_coupons" (
	"order_id" uuid NOT NULL,
	"slot" text NOT NULL,
	"coupon_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	"title" text NOT NULL,
	"off_fen" bigint NOT NULL,
	CONSTRAINT "order_coupons_order_id_slot_pk" PRIMARY KEY("order_id","slot"),
	CONSTRAINT "order_coupons_take_something_off" CHECK ("order_coupons"."off_fen" >= 1)
);
--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "campaign_id" uuid;--> statement-breakpoint
ALTER TABLE "campaign_audits" ADD CONSTRAINT "campaign_audits_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_audits" ADD CONSTRAINT "campaign_audits_actor_staff_id_staff_id_fk" FOREIGN KEY ("actor_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_stock" ADD CONSTRAINT "campaign_stock_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupons" ADD CONSTRAINT "coupons_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupons" ADD CONSTRAINT "coupons_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupons" ADD CONSTRAINT "coupons_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupons" ADD CONSTRAINT "coupons_upgraded_from_coupons_id_fk" FOREIGN KEY ("upgraded_from") REFERENCES "public"."coupons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupons" ADD CONSTRAINT "coupons_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_coupons" ADD CONSTRAINT "order_coupons_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_coupons" ADD CONSTRAINT "order_coupons_coupon_id_coupons_id_fk" FOREIGN KEY ("coupon_id") REFERENCES "public"."coupons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_coupons" ADD CONSTRAINT "order_coupons_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "campaign_audits_campaign_id_at_index" ON "campaign_audits" USING btree ("campaign_id","at");--> statement-breakpoint
CREATE INDEX "campaigns_claim_until_index" ON "campaigns" USING btree ("claim_until");--> statement-breakpoint
CREATE UNIQUE INDEX "coupons_upgraded_once" ON "coupons" USING btree ("upgraded_from") WHERE "coupons"."upgraded_from" is not null;--> statement-breakpoint
CREATE INDEX "coupons_member_id_valid_until_index" ON "coupons" USING btree ("member_id","valid_until");--> statement-breakpoint
CREATE INDEX "coupons_order_id_index" ON "coupons" USING btree ("order_id") WHERE "coupons"."order_id" is not null;--> statement-breakpoint
CREATE INDEX "coupons_unused_due" ON "coupons" USING btree ("valid_until") WHERE "coupons"."state" = 'claimed';--> statement-breakpoint
CREATE INDEX "order_coupons_coupon_id_index" ON "order_coupons" USING btree ("coupon_id");--> statement-breakpoint
CREATE INDEX "order_coupons_campaign_id_index" ON "order_coupons" USING btree ("campaign_id");--> statement-breakpoint
ALTER TABLE "shares" ADD CONSTRAINT "shares_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;