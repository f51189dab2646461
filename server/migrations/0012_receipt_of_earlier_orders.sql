-- Orders of a shop that is older than the jobs of receipt get theirs; each finds out by itself what is due.
INSERT INTO "jobs" ("id", "kind", "key", "payload", "due_at", "created_at")
SELECT gen_random_uuid(), 'receipt.watch', 'receipt.watch:' || "id" || ':1',
  jsonb_build_object('orderId', "id", 'round', 1), "shipped_at" + interval '1 day', "shipped_at"
FROM "orders" WHERE "state" = 'shipped' AND "shipped_at" IS NOT NULL
ON CONFLICT ("key") DO NOTHING;
--> statement-breakpoint
INSERT INTO "jobs" ("id", "kind", "key", "payload", "due_at", "created_at")
SELECT gen_random_uuid(), 'ledger.mature', 'ledger.mature:' || "id",
  jsonb_build_object('orderId', "id"), "received_at" + interval '7 days', "received_at"
FROM "orders" WHERE "state" = 'received' AND "received_at" IS NOT NULL
ON CONFLICT ("key") DO NOTHING;
