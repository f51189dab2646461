CREATE TABLE "invoices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"state" text NOT NULL,
	"title_kind" text NOT NULL,
	"title" text NOT NULL,
	"tax_number" text,
	"email" text,
	"amount_fen" bigint NOT NULL,
	"number" text,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"issued_at" timestamp (3) with time zone,
	"issued_by" uuid,
	CONSTRAINT "invoices_number_unique" UNIQUE("number"),
	CONSTRAINT "invoices_company_has_tax_number" CHECK ("invoices"."title_kind" = 'personal' or "invoices"."tax_number" is not null),
	CONSTRAINT "invoices_issued_has_number" CHECK ("invoices"."state" <> 'issued' or "invoices"."number" is not null)
);
--> statement-breakpoint
CREATE TABLE "message_grants" (
	"member_id" uuid NOT NULL,
	"template_id" text NOT NULL,
	"left_count" integer DEFAULT 0 NOT NULL,
	"keeps_choice" boolean DEFAULT false NOT NULL,
	"last_answer" text NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "message_grants_member_id_template_id_pk" PRIMARY KEY("member_id","template_id"),
	CONSTRAINT "message_grants_not_negative" CHECK ("message_grants"."left_count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"member_id" uuid NOT NULL,
	"occasion" text NOT NULL,
	"facts" jsonb NOT NULL,
	"page" text NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"errcode" integer,
	"created_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "messages_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "pushes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"event" text NOT NULL,
	"openid" text,
	"payload" jsonb NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"handled_at" timestamp (3) with time zone,
	CONSTRAINT "pushes_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "subscription_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"request_id" text NOT NULL,
	"template_id" text NOT NULL,
	"answer" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "subscription_answers_memberId_requestId_templateId_unique" UNIQUE("member_id","request_id","template_id")
);
--> statement-breakpoint
CREATE TABLE "shipments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"request_id" text NOT NULL,
	"company_code" text NOT NULL,
	"tracking_number" text NOT NULL,
	"units" jsonb NOT NULL,
	"shipped_at" timestamp (3) with time zone NOT NULL,
	"shipped_by" uuid,
	"corrected_at" timestamp (3) with time zone,
	CONSTRAINT "shipments_orderId_position_unique" UNIQUE("order_id","position"),
	CONSTRAINT "shipments_position_from_one" CHECK ("shipments"."position" >= 1)
);
--> statement-breakpoint
CREATE TABLE "shippings" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"uploaded_revision" integer DEFAULT 0 NOT NULL,
	"upload" text,
	"errcode" integer,
	"reason" text,
	"is_split" boolean DEFAULT false NOT NULL,
	"completed_at" timestamp (3) with time zone,
	"reminded_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_issued_by_staff_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_grants" ADD CONSTRAINT "message_grants_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscription_answers" ADD CONSTRAINT "subscription_answers_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipments" ADD CONSTRAINT "shipments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipments" ADD CONSTRAINT "shipments_shipped_by_staff_id_fk" FOREIGN KEY ("shipped_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shippings" ADD CONSTRAINT "shippings_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "invoices_one_per_order" ON "invoices" USING btree ("order_id") WHERE "invoices"."state" <> 'withdrawn';--> statement-breakpoint
CREATE INDEX "invoices_state_requested_at_index" ON "invoices" USING btree ("state","requested_at");--> statement-breakpoint
CREATE INDEX "invoices_member_id_requested_at_index" ON "invoices" USING btree ("member_id","requested_at");--> statement-breakpoint
CREATE INDEX "messages_member_id_sent_at_index" ON "messages" USING btree ("member_id","sent_at");--> statement-breakpoint
CREATE INDEX "messages_created_at_index" ON "messages" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "messages_state_created_at_index" ON "messages" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "pushes_received_at_index" ON "pushes" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "shipments_tracking_number_index" ON "shipments" USING btree ("tracking_number");--> statement-breakpoint
CREATE INDEX "shippings_incomplete" ON "shippings" USING btree ("order_id") WHERE "shippings"."completed_at" is null;--> statement-breakpoint
CREATE INDEX "shippings_refused" ON "shippings" USING btree ("updated_at") WHERE "shippings"."upload" = 'refused';--> statement-breakpoint
CREATE INDEX "orders_to_ship" ON "orders" USING btree ("paid_at","id") WHERE "orders"."state" = 'paid';--> statement-breakpoint
CREATE INDEX "orders_shipped" ON "orders" USING btree ("shipped_at","id") WHERE "orders"."shipped_at" is not null;--> statement-breakpoint
CREATE INDEX "jobs_done" ON "jobs" USING btree ("done_at","id") WHERE "jobs"."done_at" is not null;--> statement-breakpoint
CREATE INDEX "jobs_failed" ON "jobs" USING btree ("failed_at","id") WHERE "jobs"."failed_at" is not null;