package outfitter.models.intake;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import outfitter.models.intake.People.Person;
import outfitter.models.rows.Columns;

/** Writes {@code customer}. */
final class CustomerWriter {
    private static final String KNOWN = """
            SELECT id, external_id, lower(email) AS email, phone, fingerprint, changed_at FROM customer
            WHERE external_id = ANY($1)
               OR (lower(email) = ANY($2) OR phone = ANY($3)) AND (external_id IS NOT NULL OR fingerprint IS NOT NULL)
            ORDER BY id
            """;
    private static final String WELCOME = """
            INSERT INTO customer (external_id, name, email, phone, postcode, locale, created_at, changed_at, fingerprint)
            SELECT external_id, name, email, phone, postcode, coalesce(locale, 'en'), $9, changed_at, fingerprint
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[], $8::uuid[])
                 AS t (external_id, name, email, phone, postcode, locale, changed_at, fingerprint)
            ORDER BY external_id
            ON CONFLICT (external_id) DO UPDATE SET external_id = excluded.external_id
            RETURNING id, external_id, lower(email) AS email, phone
            """;
    private static final String UPDATE = """
            UPDATE customer c SET
              external_id = coalesce(c.external_id, t.external_id), name = coalesce(t.name, c.name),
              email = coalesce(t.email, c.email), phone = coalesce(t.phone, c.phone),
              postcode = coalesce(t.postcode, c.postcode), locale = coalesce(t.locale, c.locale),
              changed_at = coalesce(t.changed_at, c.changed_at), fingerprint = t.fingerprint
            FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[],
                        $8::timestamptz[], $9::uuid[])
                 AS t (id, external_id, name, email, phone, postcode, locale, changed_at, fingerprint)
            WHERE c.id = t.id
            """;
    /** Whoever ordered is known better than the order knows them: it only fills what was empty. */
    private static final String FILL = """
            UPDATE customer c SET
              external_id = coalesce(c.external_id, t.external_id), name = coalesce(c.name, t.name),
              email = coalesce(c.email, t.email), phone = coalesce(c.phone, t.phone),
              postcode = coalesce(c.postcode, t.postcode)
            FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
                 AS t (id, external_id, name, email, phone, postcode)
            WHERE c.id = t.id
              AND (c.external_id IS NULL AND t.external_id IS NOT NULL OR c.name IS NULL AND t.name IS NOT NULL
                   OR c.email IS NULL AND t.email IS NOT NULL OR c.phone IS NULL AND t.phone IS NOT NULL
                   OR c.postcode IS NULL AND t.postcode IS NOT NULL)
            """;

    private final Batch batch;

    CustomerWriter(Batch batch) {
        this.batch = batch;
    }

    /** A person with what is told of them. */
    private record Telling(Person person, CustomerFact fact, UUID fingerprint) {}

    Future<Void> write(List<Numbered<CustomerFact>> told) {
        if (told.isEmpty()) return Future.succeededFuture();
        return people(told.stream().map(Numbered::fact).toList()).compose(people -> {
            Map<Person, Telling> news = new LinkedHashMap<>();
            for (Numbered<CustomerFact> each : told) {
                Person person = people.find(each.fact());
                UUID print = Fingerprints.of(each.fact());
                if (person.known().needsNothingOf(each.fact(), print)) continue;
                if (!person.known().says(print)) batch.judge(each, Verdict.STORED);
                news.put(person, new Telling(person, each.fact(), print));
            }
            List<Telling> known = news.values().stream()
                    .filter(each -> !each.person().isNew())
                    .toList();
            return welcome(fresh(news.values())).compose(done -> update(known));
        });
    }

    /** The row of each person, by {@link CustomerFact#key}; who is not known becomes so. */
    Future<Map<String, Long>> know(Collection<CustomerFact> told) {
        if (told.isEmpty()) return Future.succeededFuture(Map.of());
        return people(told).compose(people -> {
            Map<String, Telling> all = new LinkedHashMap<>();
            for (CustomerFact each : told) {
                all.putIfAbsent(each.key(), new Telling(people.find(each), each, Fingerprints.of(each)));
            }
            List<Telling> known = all.values().stream()
                    .filter(each -> !each.person().isNew() && saysMoreThanItsKey(each.fact()))
                    .toList();
            return welcome(fresh(all.values())).compose(done -> fill(known)).map(done -> {
                Map<String, Long> ids = new HashMap<>();
                all.forEach((key, each) -> ids.put(key, each.person().id()));
                return ids;
            });
        });
    }

    private Future<People> people(Collection<CustomerFact> told) {
        return batch.run(
                        KNOWN,
                        Tuple.tuple()
                                .addArrayOfString(distinct(told, CustomerFact::externalId))
                                .addArrayOfString(distinct(told, CustomerFact::plainEmail))
                                .addArrayOfString(distinct(told, CustomerFact::phone)))
                .map(rows -> {
                    People people = new People();
                    rows.forEach(people::add);
                    return people;
                });
    }

    /** Those without a row, each once. */
    private static List<Telling> fresh(Collection<Telling> all) {
        Map<Person, Telling> fresh = new LinkedHashMap<>();
        all.stream().filter(each -> each.person().isNew()).forEach(each -> fresh.putIfAbsent(each.person(), each));
        return List.copyOf(fresh.values());
    }

    private Future<Void> welcome(List<Telling> fresh) {
        if (fresh.isEmpty()) return Future.succeededFuture();
        Map<String, Person> byKey = new HashMap<>();
        fresh.forEach(each -> byKey.put(each.fact().key(), each.person()));
        return batch.run(
                        WELCOME,
                        new Columns<>(fresh)
                                .text(each -> each.fact().externalId())
                                .text(each -> each.fact().name())
                                .text(each -> each.fact().email())
                                .text(each -> each.fact().phone())
                                .text(each -> each.fact().postcode())
                                .text(each -> each.fact().locale())
                                .instant(each -> each.fact().changedAt())
                                .uuid(Telling::fingerprint)
                                .tuple()
                                .addOffsetDateTime(batch.now().atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    for (Row row : rows) {
                        Person person = Objects.requireNonNull(byKey.get(key(row)));
                        person.id(row.getLong("id"));
                    }
                    return null;
                });
    }

    private Future<Void> update(List<Telling> known) {
        if (known.isEmpty()) return Future.succeededFuture();
        return batch.run(
                        UPDATE,
                        new Columns<>(known)
                                .number(each -> each.person().id())
                                .text(each -> each.fact().externalId())
                                .text(each -> each.fact().name())
                                .text(each -> each.fact().email())
                                .text(each -> each.fact().phone())
                                .text(each -> each.fact().postcode())
                                .text(each -> each.fact().locale())
                                .instant(each -> each.fact().changedAt())
                                .uuid(Telling::fingerprint)
                                .tuple())
                .mapEmpty();
    }

    private Future<Void> fill(List<Telling> known) {
        if (known.isEmpty()) return Future.succeededFuture();
        return batch.run(
                        FILL,
                        new Columns<>(known)
                                .number(each -> each.person().id())
                                .text(each -> each.fact().externalId())
                                .text(each -> each.fact().name())
                                .text(each -> each.fact().email())
                                .text(each -> each.fact().phone())
                                .text(each -> each.fact().postcode())
                                .tuple())
                .mapEmpty();
    }

    private static boolean saysMoreThanItsKey(CustomerFact fact) {
        boolean nameless = fact.name() == null && fact.postcode() == null;
        long signs = Stream.of(fact.externalId(), fact.email(), fact.phone())
                .filter(Objects::nonNull)
                .count();
        return !nameless || signs > 1;
    }

    private static String key(Row row) {
        String id = row.getString("external_id");
        if (id != null) return "id:" + id;
        String email = row.getString("email");
        return email != null ? "email:" + email : "phone:" + row.getString("phone");
    }

    private static String[] distinct(Collection<CustomerFact> told, Function<CustomerFact, @Nullable String> of) {
        List<String> values = new ArrayList<>();
        for (CustomerFact each : told) {
            String value = of.apply(each);
            if (value != null) values.add(value);
        }
        return values.stream().distinct().toArray(String[]::new);
    }
}
