CREATE TABLE "category_commissions" (
	"category_id" uuid PRIMARY KEY NOT NULL,
	"bps" integer NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "category_commissions_within_reason" CHECK ("category_commissions"."bps" between 0 and 10000)
);
--> statement-breakpoint
CREATE TABLE "corrections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"to_staff_id" uuid,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_staff_id" uuid NOT NULL,
	"request_id" text NOT NULL,
	CONSTRAINT "corrections_requestId_unique" UNIQUE("request_id")
);
--> statement-breakpoint
CREATE TABLE "order_credits" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"staff_id" uuid,
	"group_id" uuid,
	"paid_at" timestamp (3) with time zone NOT NULL,
	"net_fen" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "member_contacts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"reason" text NOT NULL,
	"note" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "member_tags" (
	"member_id" uuid NOT NULL,
	"name" text NOT NULL,
	"by_staff_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "member_tags_member_id_name_pk" PRIMARY KEY("member_id","name")
);
--> statement-breakpoint
CREATE TABLE "group_claims" (
	"id" uuid PRIMARY KEY NOT NULL,
	"group_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"touch_id" uuid NOT NULL,
	"name" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"claimed_at" timestamp (3) with time zone NOT NULL,
	"state" text NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" uuid,
	"reason" text,
	CONSTRAINT "group_claims_state_known" CHECK ("group_claims"."state" in ('open','approved','refused'))
);
--> statement-breakpoint
CREATE TABLE "handovers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"form" text NOT NULL,
	"plan" jsonb NOT NULL,
	"moves" jsonb NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"by_staff_id" uuid NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undone_by" uuid,
	"undo_reason" text,
	CONSTRAINT "handovers_form_known" CHECK ("handovers"."form" in ('leaver','in_service'))
);
--> statement-breakpoint
CREATE TABLE "member_firsts" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"touch_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "member_firsts_touchId_unique" UNIQUE("touch_id")
);
--> statement-breakpoint
CREATE TABLE "member_blocks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"blocked_at" timestamp (3) with time zone NOT NULL,
	"blocked_by" uuid,
	"reason" text NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" uuid,
	"end_reason" text
);
--> statement-breakpoint
CREATE TABLE "suspicions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rule" text NOT NULL,
	"member_id" uuid NOT NULL,
	"staff_id" uuid,
	"seen" integer NOT NULL,
	"limit" integer NOT NULL,
	"window_minutes" integer,
	"touches" integer NOT NULL,
	"first_at" timestamp (3) with time zone NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"cleared_at" timestamp (3) with time zone,
	"cleared_by" uuid,
	"clear_reason" text,
	CONSTRAINT "suspicions_rule_known" CHECK ("suspicions"."rule" in ('flood','token_cycling','own_share_only'))
);
--> statement-breakpoint
DROP INDEX "touches_staff_id_at_index";--> statement-breakpoint
DROP INDEX "touches_group_id_at_index";--> statement-breakpoint
DROP INDEX "touches_at_index";--> statement-breakpoint
ALTER TABLE "attribution_policies" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "order_attributions" ADD COLUMN "line_commissions" jsonb;--> statement-breakpoint
ALTER TABLE "bindings" ADD COLUMN "handover_id" uuid;--> statement-breakpoint
ALTER TABLE "group_owners" ADD COLUMN "handover_id" uuid;--> statement-breakpoint
ALTER TABLE "staff_invitations" ADD COLUMN "revoked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "staff_invitations" ADD COLUMN "created_by" uuid;--> statement-breakpoint
ALTER TABLE "successions" ADD COLUMN "covers" text DEFAULT 'all' NOT NULL;--> statement-breakpoint
ALTER TABLE "successions" ADD COLUMN "group_id" uuid;--> statement-breakpoint
ALTER TABLE "successions" ADD COLUMN "member_id" uuid;--> statement-breakpoint
ALTER TABLE "successions" ADD COLUMN "handover_id" uuid;--> statement-breakpoint
ALTER TABLE "touches" ADD COLUMN "suspicion_id" uuid;--> statement-breakpoint
ALTER TABLE "category_commissions" ADD CONSTRAINT "category_commissions_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_to_staff_id_staff_id_fk" FOREIGN KEY ("to_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_by_staff_id_staff_id_fk" FOREIGN KEY ("by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_credits" ADD CONSTRAINT "order_credits_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_credits" ADD CONSTRAINT "order_credits_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_credits" ADD CONSTRAINT "order_credits_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_credits" ADD CONSTRAINT "order_credits_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_contacts" ADD CONSTRAINT "member_contacts_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_contacts" ADD CONSTRAINT "member_contacts_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_tags" ADD CONSTRAINT "member_tags_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_tags" ADD CONSTRAINT "member_tags_by_staff_id_staff_id_fk" FOREIGN KEY ("by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_claims" ADD CONSTRAINT "group_claims_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_claims" ADD CONSTRAINT "group_claims_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_claims" ADD CONSTRAINT "group_claims_decided_by_staff_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_by_staff_id_staff_id_fk" FOREIGN KEY ("by_staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_undone_by_staff_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_firsts" ADD CONSTRAINT "member_firsts_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_firsts" ADD CONSTRAINT "member_firsts_touch_id_touches_id_fk" FOREIGN KEY ("touch_id") REFERENCES "public"."touches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_blocks" ADD CONSTRAINT "member_blocks_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_blocks" ADD CONSTRAINT "member_blocks_blocked_by_staff_id_fk" FOREIGN KEY ("blocked_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_blocks" ADD CONSTRAINT "member_blocks_ended_by_staff_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suspicions" ADD CONSTRAINT "suspicions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suspicions" ADD CONSTRAINT "suspicions_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suspicions" ADD CONSTRAINT "suspicions_cleared_by_staff_id_fk" FOREIGN KEY ("cleared_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "corrections_order_id_index" ON "corrections" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "order_credits_staff_id_paid_at_index" ON "order_credits" USING btree ("staff_id","paid_at");--> statement-breakpoint
CREATE INDEX "order_credits_group_id_paid_at_index" ON "order_credits" USING btree ("group_id","paid_at");--> statement-breakpoint
CREATE INDEX "order_credits_paid_at_index" ON "order_credits" USING btree ("paid_at");--> statement-breakpoint
CREATE INDEX "order_credits_member_id_paid_at_index" ON "order_credits" USING btree ("member_id","paid_at");--> statement-breakpoint
CREATE INDEX "member_contacts_member_id_at_index" ON "member_contacts" USING btree ("member_id","at");--> statement-breakpoint
CREATE INDEX "member_tags_name_index" ON "member_tags" USING btree ("name");--> statement-breakpoint
CREATE UNIQUE INDEX "group_claims_one_open" ON "group_claims" USING btree ("group_id","staff_id") WHERE "group_claims"."state" = 'open';--> statement-breakpoint
CREATE INDEX "handovers_staff_id_index" ON "handovers" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "member_firsts_at_index" ON "member_firsts" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "member_blocks_one_in_force" ON "member_blocks" USING btree ("member_id") WHERE "member_blocks"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "member_blocks_blocked_at_id_index" ON "member_blocks" USING btree ("blocked_at","id");--> statement-breakpoint
CREATE INDEX "suspicions_member_id_rule_index" ON "suspicions" USING btree ("member_id","rule");--> statement-breakpoint
CREATE INDEX "suspicions_last_at_id_index" ON "suspicions" USING btree ("last_at","id");--> statement-breakpoint
ALTER TABLE "bindings" ADD CONSTRAINT "bindings_handover_id_handovers_id_fk" FOREIGN KEY ("handover_id") REFERENCES "public"."handovers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_owners" ADD CONSTRAINT "group_owners_handover_id_handovers_id_fk" FOREIGN KEY ("handover_id") REFERENCES "public"."handovers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_invitations" ADD CONSTRAINT "staff_invitations_created_by_staff_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "successions" ADD CONSTRAINT "successions_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "successions" ADD CONSTRAINT "successions_handover_id_handovers_id_fk" FOREIGN KEY ("handover_id") REFERENCES "public"."handovers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "touches" ADD CONSTRAINT "touches_suspicion_id_suspicions_id_fk" FOREIGN KEY ("suspicion_id") REFERENCES "public"."suspicions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audits_at_id_index" ON "audits" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "audits_subject_index" ON "audits" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "bindings_member_id_since_index" ON "bindings" USING btree ("member_id","since");--> statement-breakpoint
CREATE INDEX "bindings_handover_id_index" ON "bindings" USING btree ("handover_id") WHERE "bindings"."handover_id" is not null;--> statement-breakpoint
CREATE INDEX "successions_member_id_index" ON "successions" USING btree ("member_id") WHERE "successions"."member_id" is not null;--> statement-breakpoint
CREATE INDEX "successions_handover_id_index" ON "successions" USING btree ("handover_id") WHERE "successions"."handover_id" is not null;--> statement-breakpoint
CREATE INDEX "touches_of_staff" ON "touches" USING btree ("staff_id","at","member_id","group_id","id") WHERE "touches"."staff_id" is not null and "touches"."suspect_rule" is null;--> statement-breakpoint
CREATE INDEX "touches_of_group" ON "touches" USING btree ("group_id","at","member_id","id") WHERE "touches"."group_id" is not null and "touches"."suspect_rule" is null;--> statement-breakpoint
CREATE INDEX "touches_of_shop" ON "touches" USING btree ("at","member_id","id") WHERE "touches"."suspect_rule" is null;--> statement-breakpoint
CREATE INDEX "touches_suspect" ON "touches" USING btree ("suspicion_id") WHERE "touches"."suspicion_id" is not null;--> statement-breakpoint
ALTER TABLE "successions" ADD CONSTRAINT "successions_covers_known" CHECK ("successions"."covers" in ('all','shares'));