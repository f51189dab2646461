ALTER TABLE "touches" ADD COLUMN "staff_id" uuid;--> statement-breakpoint
ALTER TABLE "touches" ADD CONSTRAINT "touches_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "shares_sharer_once" ON "shares" USING btree ("sharer_hash");--> statement-breakpoint
CREATE INDEX "touches_staff_id_at_index" ON "touches" USING btree ("staff_id","at") WHERE "touches"."staff_id" is not null;