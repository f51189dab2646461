CREATE TABLE "campaign_prices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"sku_id" uuid,
	"product_id" uuid,
	"category_id" uuid,
	"price_fen" bigint,
	"off_bps" integer,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "campaign_prices_code_unique" UNIQUE("code"),
	CONSTRAINT "campaign_prices_one_target" CHECK (num_nonnulls("campaign_prices"."sku_id", "campaign_prices"."product_id", "campaign_prices"."category_id") <= 1),
	CONSTRAINT "campaign_prices_one_change" CHECK (num_nonnulls("campaign_prices"."price_fen", "campaign_prices"."off_bps") = 1),
	CONSTRAINT "campaign_prices_price_of_sku" CHECK ("campaign_prices"."price_fen" is null or ("campaign_prices"."price_fen" >= 1 and "campaign_prices"."sku_id" is not null)),
	CONSTRAINT "campaign_prices_rate_known" CHECK ("campaign_prices"."off_bps" is null or "campaign_prices"."off_bps" between 1 and 9999),
	CONSTRAINT "campaign_prices_forward" CHECK ("campaign_prices"."starts_at" < "campaign_prices"."ends_at")
);
--> statement-breakpoint
ALTER TABLE "campaign_prices" ADD CONSTRAINT "campaign_prices_sku_id_skus_id_fk" FOREIGN KEY ("sku_id") REFERENCES "public"."skus"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_prices" ADD CONSTRAINT "campaign_prices_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_prices" ADD CONSTRAINT "campaign_prices_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "campaign_prices_ends_at_index" ON "campaign_prices" USING btree ("ends_at");