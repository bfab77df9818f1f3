package outfitter.models.intake;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import outfitter.models.rows.Columns;

/** Writes {@code product} and the categories that it needs; its variants are the {@link VariantWriter}'s. */
final class ProductWriter {
    private static final String KNOWN = "SELECT id, fingerprint, changed_at FROM product WHERE id = ANY($1)";
    private static final String CATEGORIES = """
            INSERT INTO category (id, parent, name, position)
            SELECT id, parent, name, (SELECT coalesce(max(position), 0) FROM category) + n
            FROM unnest($1::text[], $2::text[], $3::text[]) WITH ORDINALITY AS t (id, parent, name, n)
            ORDER BY id ON CONFLICT (id) DO NOTHING
            """;
    private static final String PRODUCTS = """
            INSERT INTO product (id, title, brand, category, description, tags, active, created_at, changed_at, fingerprint)
            SELECT t.id, t.title, coalesce(t.brand, p.brand, ''), coalesce(t.category, p.category),
                   coalesce(t.description, p.description, ''), coalesce(string_to_array(t.tags, chr(31)), p.tags, '{}'),
                   t.active, $10, coalesce(t.changed_at, p.changed_at), t.fingerprint
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bool[],
                        $8::timestamptz[], $9::uuid[])
                 AS t (id, title, brand, category, description, tags, active, changed_at, fingerprint)
                 LEFT JOIN product p USING (id)
            ORDER BY t.id
            ON CONFLICT (id) DO UPDATE SET
              title = excluded.title, brand = excluded.brand, category = excluded.category,
              description = excluded.description, tags = excluded.tags, active = excluded.active,
              changed_at = excluded.changed_at, fingerprint = excluded.fingerprint
            """;
    private static final String END = """
            UPDATE product SET active = false, changed_at = coalesce(t.at, changed_at), fingerprint = t.fingerprint
            FROM unnest($1::text[], $2::timestamptz[], $3::uuid[]) AS t (id, at, fingerprint) WHERE product.id = t.id
            """;
    private final Batch batch;
    private final VariantWriter variants;

    ProductWriter(Batch batch, VariantWriter variants) {
        this.batch = batch;
        this.variants = variants;
    }

    private record Pending(Numbered<ProductFact> told, UUID fingerprint) {}

    Future<Void> write(List<Numbered<ProductFact>> told) {
        if (told.isEmpty()) return Future.succeededFuture();
        return known(told.stream().map(each -> each.fact().id()).toList())
                .compose(known -> store(pending(told, known)));
    }

    private List<Pending> pending(List<Numbered<ProductFact>> told, Map<String, Known> known) {
        List<Pending> rows = new ArrayList<>();
        for (Numbered<ProductFact> each : told) {
            UUID print = Fingerprints.of(each.fact());
            Known before = known.getOrDefault(each.fact().id(), Known.NOTHING);
            if (before.needsNothingOf(each.fact(), print)) continue;
            if (!before.says(print)) batch.judge(each, Verdict.STORED);
            rows.add(new Pending(each, print));
        }
        return rows;
    }

    private Future<Void> store(List<Pending> rows) {
        if (rows.isEmpty()) return Future.succeededFuture();
        batch.changes().catalogue();
        List<ProductFact> products = rows.stream().map(row -> row.told().fact()).toList();
        return categories(products)
                .compose(done -> batch.run(
                        PRODUCTS,
                        new Columns<>(rows)
                                .text(row -> row.told().fact().id())
                                .text(row -> row.told().fact().title())
                                .text(row -> row.told().fact().brand())
                                .text(row -> Categories.leaf(row.told().fact().category()))
                                .text(row -> row.told().fact().description())
                                .text(row -> joined(row.told().fact().tags()))
                                .flag(row -> row.told().fact().active())
                                .instant(row -> row.told().fact().changedAt())
                                .uuid(Pending::fingerprint)
                                .tuple()
                                .addOffsetDateTime(now())))
                .compose(done -> variants.write(products));
    }

    private Future<?> categories(List<ProductFact> products) {
        Map<String, Categories.Step> steps = new LinkedHashMap<>();
        for (ProductFact product : products) {
            String told = product.category();
            if (told != null) Categories.path(told).forEach(step -> steps.putIfAbsent(step.id(), step));
        }
        if (steps.isEmpty()) return Future.succeededFuture();
        return batch.run(
                CATEGORIES,
                new Columns<>(List.copyOf(steps.values()))
                        .text(Categories.Step::id)
                        .text(Categories.Step::parent)
                        .text(Categories.Step::name)
                        .tuple());
    }

    /** Takes products off the shelf. */
    Future<Void> end(List<Numbered<ProductGone>> told) {
        if (told.isEmpty()) return Future.succeededFuture();
        return known(told.stream().map(each -> each.fact().id()).toList()).compose(known -> {
            List<ProductGone> ended = new ArrayList<>();
            for (Numbered<ProductGone> each : told) {
                Known before = known.get(each.fact().id());
                UUID print = Fingerprints.of(each.fact());
                if (before == null || before.needsNothingOf(each.fact(), print)) continue;
                if (!before.says(print)) batch.judge(each, Verdict.STORED);
                ended.add(each.fact());
            }
            if (ended.isEmpty()) return Future.succeededFuture();
            batch.changes().catalogue();
            return batch.run(
                            END,
                            new Columns<>(ended)
                                    .text(ProductGone::id)
                                    .instant(ProductGone::changedAt)
                                    .uuid(Fingerprints::of)
                                    .tuple())
                    .mapEmpty();
        });
    }

    private Future<Map<String, Known>> known(List<String> ids) {
        return batch.run(KNOWN, Tuple.tuple().addArrayOfString(ids.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Known> known = new HashMap<>();
                    for (Row row : rows) known.put(row.getString("id"), Known.of(row));
                    return known;
                });
    }

    private OffsetDateTime now() {
        return batch.now().atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String joined(@Nullable List<String> tags) {
        return tags == null ? null : String.join("\u001f", tags);
    }
}
