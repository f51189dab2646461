CREATE TABLE "figure_days" (
	"day" integer PRIMARY KEY NOT NULL,
	"built_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "figure_rows" (
	"day" integer NOT NULL,
	"staff_id" uuid,
	"group_id" uuid,
	"opens" integer NOT NULL,
	"firsts" integer NOT NULL,
	"claims" integer NOT NULL,
	"orders" integer NOT NULL,
	"net_fen" bigint NOT NULL,
	"openers" "bytea",
	"buyers" "bytea",
	"placed" "bytea"
);
--> statement-breakpoint
CREATE TABLE "figure_stale" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "figure_stale_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"day" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "member_numbers" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "member_numbers_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"member_id" uuid NOT NULL,
	CONSTRAINT "member_numbers_memberId_unique" UNIQUE("member_id")
);
--> statement-breakpoint
ALTER TABLE "member_numbers" ADD CONSTRAINT "member_numbers_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "figure_rows_day_index" ON "figure_rows" USING btree ("day");--> statement-breakpoint
CREATE INDEX "figure_rows_staff_id_day_index" ON "figure_rows" USING btree ("staff_id","day");--> statement-breakpoint
CREATE INDEX "figure_rows_group_id_day_index" ON "figure_rows" USING btree ("group_id","day");--> statement-breakpoint
CREATE INDEX "figure_stale_day_index" ON "figure_stale" USING btree ("day");--> statement-breakpoint
CREATE INDEX "coupons_claimed_at_index" ON "coupons" USING btree ("claimed_at");--> statement-breakpoint
CREATE INDEX "orders_created_at_index" ON "orders" USING btree ("created_at");