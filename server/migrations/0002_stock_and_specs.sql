ALTER TABLE "categories" ADD COLUMN "picture" text;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "spec_names" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "skus" ADD COLUMN "sold" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "products_position_index" ON "products" USING btree ("position");--> statement-breakpoint
ALTER TABLE "skus" ADD CONSTRAINT "skus_sold_not_negative" CHECK ("skus"."sold" >= 0);