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
import java.util.stream.Collectors;
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
    private static final List<String> DETAILS = List.of("name", "email", "phone", "postcode");
    /** Whoever tells of a customer knows better than we did. */
    private static final String UPDATE = merge("t", "c", """
            , locale = coalesce(t.locale, c.locale), changed_at = coalesce(t.changed_at, c.changed_at),
              fingerprint = t.fingerprint
            """, "true");
    /** Whoever ordered is known better than the order knows them: it only fills what was empty. */
    private static final String FILL = merge(
            "c",
            "t",
            "",
            Stream.concat(Stream.of("external_id"), DETAILS.stream())
                    .map(each -> "c." + each + " IS NULL AND t." + each + " IS NOT NULL")
                    .collect(Collectors.joining(" OR ")));

    private final Batch batch;

    CustomerWriter(Batch batch) {
        this.batch = batch;
    }

    /** Brings what is told, t, together with what is known, c: of each detail the {@code better} is kept where both are there. */
    private static String merge(String better, String other, String also, String where) {
        String details = DETAILS.stream()
                .map(each -> ", %1$s = coalesce(%2$s.%1$s, %3$s.%1$s)".formatted(each, better, other))
                .collect(Collectors.joining());
        return """
                UPDATE customer c SET external_id = coalesce(c.external_id, t.external_id)%s%s
                FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::timestamptz[],
                            $8::uuid[], $9::bigint[])
                     AS t (external_id, name, email, phone, postcode, locale, changed_at, fingerprint, id)
                WHERE c.id = t.id AND (%s)
                """.formatted(details, also, where);
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
            return welcome(fresh(news.values())).compose(done -> merge(UPDATE, known));
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
            return welcome(fresh(all.values()))
                    .compose(done -> merge(FILL, known))
                    .map(done -> {
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
                        columns(fresh).tuple().addOffsetDateTime(batch.now().atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    for (Row row : rows) {
                        Person person = Objects.requireNonNull(byKey.get(key(row)));
                        person.id(row.getLong("id"));
                    }
                    return null;
                });
    }

    private Future<Void> merge(String statement, List<Telling> known) {
        if (known.isEmpty()) return Future.succeededFuture();
        batch.changes().customers();
        return batch.run(
                        statement,
                        columns(known).number(each -> each.person().id()).tuple())
                .mapEmpty();
    }

    private static Columns<Telling> columns(List<Telling> told) {
        return new Columns<>(told)
                .text(each -> each.fact().externalId())
                .text(each -> each.fact().name())
                .text(each -> each.fact().email())
                .text(each -> each.fact().phone())
                .text(each -> each.fact().postcode())
                .text(each -> each.fact().locale())
                .instant(each -> each.fact().changedAt())
                .uuid(Telling::fingerprint);
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
